import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CLOCK, CODEC, StreamWriters, VAULT } from '#event-store';
import {
  NotFound,
  Refusal,
  actorKeyOf,
  instant,
  streamOf,
  type AccountId,
  type Clock,
  type Codec,
  type CommandId,
  type Decidable,
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
import { tidied } from '../../domain/person/person.texts.js';
import type { AdmitPersonCommand, Newcomer } from './admit-person.command.js';

/** An admission with the ids that follow from its command: the same at every try. */
export interface PlannedAdmission {
  readonly submission: Submission<AdmitMember>;
  readonly person: PersonId;
  readonly account: AccountId;
  readonly newcomer?: Newcomer;
}

type Known = Pick<ReadonlyJournal, 'accountsOf' | 'grantsOf'>;

/** The steps of an admission. Each may be repeated: it does nothing twice. */
@Injectable()
export class Admissions {
  constructor(
    private readonly writers: StreamWriters,
    private readonly commands: CommandBus,
    @Inject(CODEC) private readonly codec: Codec,
    @Inject(VAULT) private readonly vault: Vault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  plan({ admission, actor, key, correlation }: AdmitPersonCommand): PlannedAdmission {
    const { bank, who, hub, since, channel } = admission;
    const stream = streamOf('journal', bank);
    const newId = this.newId(this.codec.commandId(stream, actorKeyOf(actor), key));
    const person = 'person' in who ? who.person : newId<PersonId>('person');
    return {
      submission: {
        stream,
        command: { name: 'AdmitMember', input: { person, hub, since, channel } },
        actor,
        key,
        correlation,
      },
      person,
      account: newId<AccountId>('account'),
      ...('newcomer' in who && { newcomer: who.newcomer }),
    };
  }

  /**
   * What would forbid the admission now, so that nobody fills the store with persons or keys; the journal decides for
   * good in its queue. A newcomer who is registered already is not asked about again: this admission was begun before.
   */
  async obstacle(planned: PlannedAdmission): Promise<Refusal | undefined> {
    const { newcomer, submission } = planned;
    if (newcomer && (await this.isRegistered(planned.person))) return undefined;
    const obstacle = this.writers.lookToDecide(journal, submission.stream, (state) => {
      if (!newcomer) return mayBeNamed(planned, state) ? undefined : new NotFound();
      journal.decide(this.decidable(submission), state, {});
      return undefined;
    });
    return obstacle.catch(refusalIn);
  }

  async ensureKeys(planned: readonly PlannedAdmission[]): Promise<void> {
    await this.vault.ensureKeys(planned.flatMap(ownersOf));
  }

  async register({ newcomer, person: id, submission }: PlannedAdmission): Promise<Verdict<PersonEvent> | undefined> {
    if (!newcomer) return undefined;
    const { displayName: name, email, language } = newcomer;
    return this.writers.submit(person, {
      ...submission,
      stream: streamOf('person', id),
      command: {
        name: 'RegisterPerson',
        input: { language },
        texts: tidied({ name, ...(email !== undefined && { email }) }),
      },
    });
  }

  admit({ submission }: PlannedAdmission): Promise<Verdict<JournalEvent>> {
    return this.commands.execute(new AdmitMemberCommand(submission));
  }

  private isRegistered(id: PersonId): Promise<boolean> {
    return this.writers.look(person, streamOf('person', id), ({ registered }) => registered);
  }

  private decidable({ command, stream, actor, key }: Submission<AdmitMember>): Decidable<AdmitMember> {
    const id = this.codec.commandId(stream, actorKeyOf(actor), key);
    return { ...command, id, at: instant(this.clock.now()), actor, newId: this.newId(id), sealed: {} };
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

function refusalIn(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  throw cause;
}

function ownersOf({ person, account, newcomer }: PlannedAdmission): readonly KeyOwner[] {
  const membership: KeyOwner = { kind: 'membership', id: account };
  return newcomer ? [{ kind: 'person', id: person }, membership] : [membership];
}
