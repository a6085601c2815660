import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { EVENT_STORE, StreamWriters } from '#event-store';
import {
  ERASING,
  ownerOf,
  streamOf,
  type AccountId,
  type BankId,
  type Erased,
  type Erasing,
  type EventStore,
  type PersonId,
  type Position,
  type Recorded,
  type Submission,
  type Verdict,
} from '#kernel';
import {
  EraseMemberCommand,
  MyBanksQuery,
  MyGrantsQuery,
  MyMandatesQuery,
  MyMembershipsQuery,
  type EraseMember,
  type JournalEvent,
  type MembershipRow,
} from '#ledger';
import type { ErasePerson } from '../../domain/person/person.commands.js';
import { person } from '../../domain/person/person.decider.js';
import { PersonStillBound } from '../../domain/person/person.errors.js';
import type { PersonEvent } from '../../domain/person/person.events.js';
import { erasures } from '../../domain/person/person.privacy.js';
import type { ErasureDone } from './erase-membership.command.js';

/** A record of an erasure, and where the store has it. */
export interface Decision {
  readonly erased: Erased;
  readonly record: Recorded;
  readonly position: Position;
}

type Traced = Pick<Submission, 'key' | 'correlation'>;

/** The steps of an erasure. Each may be repeated: it does nothing twice. */
@Injectable()
export class ErasureSteps {
  constructor(
    private readonly writers: StreamWriters,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(ERASING) private readonly erasing: Erasing,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** The person's own memberships as they stand now, not those that others entrusted to them. */
  async membershipsOf(id: PersonId): Promise<readonly MembershipRow[]> {
    const all = await this.queries.execute(
      new MyMembershipsQuery({ person: id, powers: 'own' }, await this.store.head()),
    );
    return all.filter(({ personId }) => personId === id);
  }

  /** Whether any bank still has to do with the person: as a member, a delegate or a keeper. */
  async isNeeded(id: PersonId, since: Position): Promise<boolean> {
    return (await this.queries.execute(new MyBanksQuery({ person: id, powers: 'all' }, since))).length > 0;
  }

  /** Roles and mandates anywhere; those in a bank of the person's own were refused there already. */
  async boundElsewhere(id: PersonId): Promise<PersonStillBound | undefined> {
    const asker = { person: id, powers: 'all' } as const;
    const [roles, mandates] = await Promise.all([
      this.queries.execute(new MyGrantsQuery(asker)),
      this.queries.execute(new MyMandatesQuery(asker)),
    ]);
    if (roles.length + mandates.length === 0) return undefined;
    return new PersonStillBound({
      ...(roles.length > 0 && { roles: roles.length }),
      ...(mandates.length > 0 && { mandates: mandates.length }),
    });
  }

  eraseMember(submission: Submission<EraseMember>): Promise<Verdict<JournalEvent>> {
    return this.commands.execute(new EraseMemberCommand(submission));
  }

  erasePerson(id: PersonId, ground: ErasePerson['input']['ground'], traced: Traced): Promise<Verdict<PersonEvent>> {
    return this.writers.submit(person, {
      stream: streamOf('person', id),
      command: { name: 'ErasePerson', input: { ground } },
      actor: ground === 'own-wish' ? { person: id } : { system: erasures },
      key: traced.key,
      correlation: traced.correlation,
    });
  }

  async carryOut(decisions: readonly Decision[]): Promise<ErasureDone> {
    const position = decisions.reduce((latest, each) => (each.position > latest ? each.position : latest), 0n);
    const report = await this.erasing.carryOut(
      decisions.map(({ erased }) => erased),
      position,
    );
    return { accepted: true, records: decisions.map(({ record }) => record), report, position };
  }
}

/** What the records of an accepted erasure decided. */
export function decided({ records, position }: Extract<Verdict, { readonly accepted: true }>): Decision {
  const [record] = records;
  if (!record) throw new Error('accepted without a record');
  return { erased: erasedBy(record), record, position };
}

function erasedBy({ stream, event }: Recorded): Erased {
  const { account: id, person } = event.data as { readonly account?: AccountId; readonly person: PersonId };
  if (id === undefined) return { kind: 'person', id: person };
  return { kind: 'membership', id, bank: ownerOf<BankId>(stream), person };
}
