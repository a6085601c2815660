import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NotFound } from '#kernel';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { withoutNulls } from '../page.js';
import { placeToday } from './reach.serving.js';
import {
  BankQuery,
  HubsOfBankQuery,
  KnowsNetworkQuery,
  MembershipQuery,
  MyBanksQuery,
  MyGrantsQuery,
  MyMandatesQuery,
  MyMembershipsQuery,
  PersonRightsQuery,
  type BankRow,
  type GrantRow,
  type HubRow,
  type MandateRow,
  type MembershipRow,
  type PersonRights,
} from './standing.queries.js';
import { banks, grants, mandates } from './standing.tables.js';

const today = `(now() at time zone (b.rules ->> 'timeZone'))::date`;

const membershipRows = `select m.account_id as "accountId", m.bank_id as "bankId", m.person_id as "personId", m.number,
    m.hub_id as "hubId", m.since, m.channel, m.revision, coalesce(s.suspended, false) as suspended,
    case when s.suspended then s.from_day end as "suspendedSince"
  from read.membership m join read.bank b using (bank_id)
  left join lateral (
    select suspended, from_day from read.suspension t where t.account_id = m.account_id and t.from_day <= ${today}
    order by t.from_day desc, t.revision desc limit 1
  ) s on true`;

@QueryHandler(MyBanksQuery)
export class MyBanksHandler implements IQueryHandler<MyBanksQuery> {
  constructor(private readonly door: ReadDoor) {}

  /** The door shows no others. */
  execute({ reader, minPosition }: MyBanksQuery): Promise<readonly BankRow[]> {
    return this.door.read(reader, this.door.from(banks, 'b').orderBy('b.name').addOrderBy('b.bankId'), minPosition);
  }
}

@QueryHandler(BankQuery)
export class BankHandler implements IQueryHandler<BankQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, bank, minPosition }: BankQuery): Promise<BankRow> {
    await this.access.requireBank(reader, bank, minPosition);
    const [row] = await this.door.read<BankRow>(reader, this.door.from(banks, 'b').where('b.bankId = :bank', { bank }));
    if (!row) throw new NotFound();
    return row;
  }
}

@QueryHandler(HubsOfBankQuery)
export class HubsOfBankHandler implements IQueryHandler<HubsOfBankQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, bank, minPosition }: HubsOfBankQuery): Promise<readonly HubRow[]> {
    await this.access.requireBank(reader, bank, minPosition);
    const sql = `select distinct on (p.hub_id) p.hub_id as "hubId", p.bank_id as "bankId", p.from_day as "fromDay", p.ancestors
      from read.hub_place p join read.bank b using (bank_id) where p.bank_id = $1
      order by ${placeToday('p', today)}`;
    return this.door.read(reader, { sql, params: [bank] });
  }
}

@QueryHandler(MyMembershipsQuery)
export class MyMembershipsHandler implements IQueryHandler<MyMembershipsQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ reader, minPosition }: MyMembershipsQuery): Promise<readonly MembershipRow[]> {
    const { scopes } = await this.door.reachOf(reader, minPosition);
    const sql = `${membershipRows} where m.account_id = any ($1::uuid[]) order by m.bank_id, m.number`;
    return this.door.read(reader, { sql, params: [scopes] });
  }
}

@QueryHandler(MembershipQuery)
export class MembershipHandler implements IQueryHandler<MembershipQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, account, minPosition }: MembershipQuery): Promise<MembershipRow> {
    await this.access.requireAccount(reader, account, minPosition);
    const reading = { sql: `${membershipRows} where m.account_id = $1`, params: [account] };
    const [row] = await this.door.read<MembershipRow>(reader, reading);
    if (!row) throw new NotFound();
    return row;
  }
}

@QueryHandler(MyGrantsQuery)
export class MyGrantsHandler implements IQueryHandler<MyGrantsQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ reader, minPosition }: MyGrantsQuery): Promise<readonly GrantRow[]> {
    const mine = this.door.from(grants, 'g').where('g.personId = :reader and not g.revoked', { reader: reader.person });
    return (await this.door.read(reader, mine, minPosition)).map((row) => withoutNulls(row));
  }
}

@QueryHandler(MyMandatesQuery)
export class MyMandatesHandler implements IQueryHandler<MyMandatesQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ reader, minPosition }: MyMandatesQuery): Promise<readonly MandateRow[]> {
    const mine = this.door.from(mandates, 'm').where('m.personId = :reader and not m.ended', { reader: reader.person });
    return (await this.door.read(reader, mine, minPosition)).map((row) => withoutNulls(row));
  }
}

const rights = `select r.banks, n.networks,
    cardinality(n.networks) > 0 or cardinality(r.scopes) > cardinality(o.scopes) as "holdsRole"
  from read.reach_of($1) r, read.own_reach_of($1) o, (select read.networks_of($1) as networks) n`;

@QueryHandler(PersonRightsQuery)
export class PersonRightsHandler implements IQueryHandler<PersonRightsQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ person, minPosition }: PersonRightsQuery): Promise<PersonRights> {
    const [known] = await this.door.readAsNobody<PersonRights>({ sql: rights, params: [person] }, minPosition);
    return known ?? { banks: [], networks: [], holdsRole: false };
  }
}

/** The door shows no bank but those that the reader reaches. */
const networksKnown = `select from read.bank b where b.network_id = $1 and ($2::uuid is null or b.bank_id = $2)
  union all select where $2::uuid is null and $1 = any (read.networks_of($3))`;

@QueryHandler(KnowsNetworkQuery)
export class KnowsNetworkHandler implements IQueryHandler<KnowsNetworkQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ reader, network, bank, minPosition }: KnowsNetworkQuery): Promise<boolean> {
    const reading = { sql: networksKnown, params: [network, bank ?? null, reader.person] };
    return (await this.door.read(reader, reading, minPosition)).length > 0;
  }
}
