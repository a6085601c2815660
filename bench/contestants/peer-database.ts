import { withClient } from '../databases.js';
import { insertAccounts, insertHistory, peerSchema } from '../peers/schema.js';
import type { PastExchange } from '../town-histories.js';
import type { Town } from '../town.js';

/** Who is there for the peers, and what they have done. */
export interface PeerMembers {
  readonly towns: readonly Town[];
  /** Accounts that may never owe. */
  readonly floors: ReadonlySet<string>;
  /** Of the first town, in order. */
  readonly history: readonly PastExchange[];
}

/** Gives a peer's database its tables, the product's members and their past. */
export function preparePeerDatabase(databaseUrl: string, { towns, floors, history }: PeerMembers): Promise<void> {
  const members = towns.flatMap((town) => town.members.map((member, n) => ({ ...member, n })));
  return withClient(databaseUrl, async (client) => {
    await client.query(peerSchema);
    await client.query(insertAccounts, [
      members.map(({ account }) => account),
      members.map(({ person }) => person),
      members.map(({ n }) => `Persona inventata ${String(n + 1)}`),
      members.map(({ account }) => (floors.has(account) ? 0 : null)),
    ]);
    await client.query(insertHistory, [
      history.map(({ provider }) => provider),
      history.map(({ receiver }) => receiver),
      history.map(({ minutes }) => minutes),
      history.map(({ serviceDate }) => serviceDate),
      towns[0]?.hub,
      history.map((_, place) => place),
    ]);
    await client.query('vacuum analyze');
  });
}
