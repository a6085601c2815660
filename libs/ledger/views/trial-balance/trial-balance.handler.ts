import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { AccountId, HubId, Minutes } from '#kernel';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { TrialBalanceQuery, type TrialBalance } from './trial-balance.query.js';

const desksOfBank = 'select distinct read.desk(bank_id, hub_id) as desk from read.hub_place where bank_id = $1';
const byHub = `select hub_id as "hubId", sum(balance_minutes) as "sumMinutes", count(*) as accounts,
    coalesce(max(entry_number), 0) as entries,
    count(*) filter (where account_id <> all ($2::uuid[])) as others,
    min(account_id::text) filter (where account_id <> all ($2::uuid[])) as other
  from read.account_balance where bank_id = $1 group by hub_id order by hub_id`;

@QueryHandler(TrialBalanceQuery)
export class TrialBalanceHandler implements IQueryHandler<TrialBalanceQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  /** A sum over one other's account tells that account's balance: it counts as a look at it, whoever asks. */
  async execute({ reader, bank, minPosition }: TrialBalanceQuery): Promise<TrialBalance> {
    const desks = await this.door.read<{ desk: string }>(reader, { sql: desksOfBank, params: [bank] }, minPosition);
    await this.access.requireBooks(
      reader,
      bank,
      desks.map(({ desk }) => desk),
    );
    const { scopes } = await this.door.reachOf(reader);
    const rows = await this.door.read<HubSum>(reader, { sql: byHub, params: [bank, scopes] });
    for (const { others, other } of rows)
      if (others === 1 && other !== null) await this.access.noteReading(reader, bank, [other], 'account');
    return {
      sumMinutes: rows.reduce((sum, row) => sum + row.sumMinutes, 0) as Minutes,
      accounts: rows.reduce((sum, row) => sum + row.accounts, 0),
      entries: Math.max(0, ...rows.map((row) => row.entries)),
      hubs: rows.map(({ hubId, sumMinutes, accounts }) => ({ hubId, sumMinutes, accounts })),
      whole: scopes.includes(bank),
    };
  }
}

interface HubSum {
  readonly hubId: HubId;
  readonly sumMinutes: Minutes;
  readonly accounts: number;
  readonly entries: number;
  /** Accounts of the hub that are not the reader's own to see, and one of them. */
  readonly others: number;
  readonly other: AccountId | null;
}
