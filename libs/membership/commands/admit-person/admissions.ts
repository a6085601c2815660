import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CODEC, StreamWriters, VAULT } from '#event-store';
import {
  NotFound,
  Refusal,
  actorKeyOf,
  ownerOf,
  streamOf,
  type AccountId,
  type BankId,
  type Codec,
  type Actor,
  type CommandId,
  type Decidable,
  type Instant,
  type KeyOwner,
  type NewId,
  type PersonId,
  type Submission,
  type Vault,
  type Verdict,
} from '#kernel';
import { AdmitMemberCommand, journal, type AdmitMember, type JournalEvent, type ReadonlyJournal } from '#ledger';
import { person } from '../../domain/person/person.decider.js';
import type { PersonEvent } from '../../domain/person/person.events.js';
import { hasLapsed } from '../../domain/person/person.needs.js';
import { tidied } from '../../domain/person/person.texts.js';
import type { AdmitPersonCommand, Newcomer } from './admit-person.command.js';

/** An admission with the ids that follow from its command: the same at every try. */
export interface PlannedAdmission {
  readonly submission: Submission<AdmitMember>;
  readonly person: PersonId;
  readonly account: AccountId;
  readonly newcomer?: Newcomer;
}

/** What forbids an admission now; else its actor with the grant by which the journal would decide it. */
type Permission = { readonly refusal: Refusal } | { readonly actor: Actor };

type Known = Pick<ReadonlyJournal, 'accountsOf' | 'grantsOf'>;

/** The steps of an admission. Each may be repeated: it does nothing twice. */
@Injectable()
export class Admissions {
  constructor(
    private readonly writers: StreamWriters,
    private readonly commands: CommandBus,
    @Inject(CODEC) private readonly codec: Codec,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  /** An admission that was cut off a day ago is begun anew with another person: nothing refers to the first one. */
  async plan(command: AdmitPersonCommand): Promise<PlannedAdmission> {
    for (let attempt = 0; ; attempt += 1) {
      const planned = this.attempt(command, attempt);
      if (!planned.newcomer || !(await this.isOver(planned))) return planned;
    }
  }

  private attempt(
    { admission, actor, key, correlation, powers }: AdmitPersonCommand,
    attempt: number,
  ): PlannedAdmission {
    const { bank, who, hub, since, channel } = admission;
    const stream = streamOf('journal', bank);
    const newId = this.newId(this.codec.commandId(stream, actorKeyOf(actor), key));
    const person = 'person' in who ? who.person : newId<PersonId>('person', attempt);
    return {
      submission: {
        stream,
        command: { name: 'AdmitMember', input: { person, hub, since, channel } },
        actor,
        powers,
        key,
        correlation,
      },
      person,
      account: newId<AccountId>('account'),
      ...('newcomer' in who && { newcomer: who.newcomer }),
    };
  }

  /** An admission that was accepted stays what it was. */
  private async isOver({ person: id, submission }: PlannedAdmission): Promise<boolean> {
    if (!(await this.writers.consult(person, streamOf('person', id), hasLapsed))) return false;
    const repeated = await this.writers.repeated(journal, submission);
    return repeated?.accepted !== true;
  }

  /**
   * Decided in the journal's queue before anything is written, so that nobody fills the store with persons or keys and
   * the person's record says by what role; the journal decides for good afterwards. A newcomer who is registered already
   * is not asked about again: this admission was begun before.
   */
  async permission(planned: PlannedAdmission): Promise<Permission> {
    const { newcomer, submission } = planned;
    const { stream, actor } = submission;
    if (newcomer && (await this.isRegistered(planned.person))) return { actor };
    const permission = this.writers.consult(journal, stream, (state, at): Permission => {
      if (!newcomer) return mayBeNamed(planned, state) ? { actor } : { refusal: new NotFound() };
      const [admitted] = journal.decide(this.decidable(submission, at), state, {});
      return { actor: admitted?.actor ?? actor };
    });
    return permission.catch(refusalIn);
  }

  async ensureKeys(planned: readonly PlannedAdmission[]): Promise<void> {
    await this.vault.ensureKeys(planned.flatMap(ownersOf));
  }

  async register(
    { newcomer, person: id, submission }: PlannedAdmission,
    actor: Actor,
  ): Promise<Verdict<PersonEvent> | undefined> {
    if (!newcomer) return undefined;
    const { displayName: name, email, language } = newcomer;
    const askedBy = { bank: ownerOf<BankId>(submission.stream) };
    return this.writers.submit(person, {
      ...submission,
      actor,
      stream: streamOf('person', id),
      command: {
        name: 'RegisterPerson',
        input: { language, askedBy },
        texts: tidied({ name, ...(email !== undefined && { email }) }),
      },
      // The bank is no word of the asker's: whoever asked before it was recorded asks the same.
      asked: { language },
    });
  }

  admit({ submission }: PlannedAdmission): Promise<Verdict<JournalEvent>> {
    return this.commands.execute(new AdmitMemberCommand(submission));
  }

  private isRegistered(id: PersonId): Promise<boolean> {
    return this.writers.look(person, streamOf('person', id), ({ registeredAt }) => registeredAt !== undefined);
  }

  private decidable(
    { command, stream, actor, powers, key }: Submission<AdmitMember>,
    at: Instant,
  ): Decidable<AdmitMember> {
    const id = this.codec.commandId(stream, actorKeyOf(actor), key);
    return { ...command, id, at, actor, newId: this.newId(id), sealed: {}, ...(powers && { powers }) };
  }

  private newId(command: CommandId): NewId {
    return <Id extends string>(kind: string, n = 0) => this.codec.newId(command, kind, n) as Id;
  }
}

/** Somebody else's id opens no door: only who acts, or whom the bank knows by a role or a membership, can be named. */
function mayBeNamed({ person, submission }: PlannedAdmission, { accountsOf, grantsOf }: Known): boolean {
  const oneself = 'person' in submission.actor && submission.actor.person === person;
  return oneself || accountsOf.has(person) || grantsOf.has(person);
}

function refusalIn(cause: unknown): Permission {
  if (cause instanceof Refusal) return { refusal: cause };
  throw cause;
}

function ownersOf({ person, account, newcomer }: PlannedAdmission): readonly KeyOwner[] {
  const membership: KeyOwner = { kind: 'membership', id: account };
  return newcomer ? [{ kind: 'person', id: person }, membership] : [membership];
}
