import { streamOf, type AccountId, type Codec, type PersonId, type BankId } from '#kernel';
import { journal } from '#ledger';
import { demoHubs } from './demo-bank.js';
import { demoHistory, demoSeed } from './demo-history.js';
import type { DemoPorts } from './demo-ports.js';

/** Somebody to look at the bank as: `npm run token -- --as <who>`. */
export interface DemoPerson {
  readonly who: string;
  /** What they are there for, in a few words. */
  readonly part: string;
  readonly name: string;
  readonly person: PersonId;
  /** Absent for whoever is no member. */
  readonly account?: AccountId;
}

export const administratorName = 'Renata Presidente (inventata)';

/** The same at every load. */
export function administratorOf(codec: Codec, origin: string): PersonId {
  const command = codec.commandId(streamOf('network', origin), 'system:shell', 'demo-administrator');
  return codec.newId(command, 'person', 0) as PersonId;
}

/** Member numbers, from 1, of those who have a part: the busiest of each hub, then who comes after them. */
export interface Cast {
  readonly coordinators: readonly { readonly hub: string; readonly number: number }[];
  readonly auditor: number;
  /** Acts for `frail`. */
  readonly delegate: number;
  readonly frail: number;
  /** With open claims to answer. */
  readonly members: readonly number[];
}

export function demoCast(): Cast {
  const { members, exchanges } = demoHistory(demoSeed);
  const busy = new Map<string, number>();
  for (const { provider, receiver } of exchanges) {
    for (const name of [provider, receiver]) busy.set(name, (busy.get(name) ?? 0) + 1);
  }
  const numbered = members
    .map(({ name, hub }, place) => ({ number: place + 1, hub, count: busy.get(name) ?? 0 }))
    .sort((a, b) => b.count - a.count);
  const coordinators = demoHubs.map((place) => ({
    hub: place.handle,
    number: numbered.find(({ hub }) => hub === place)?.number ?? 0,
  }));
  const taken = new Set(coordinators.map(({ number }) => number));
  const [auditor = 0, delegate = 0, frail = 0, ...rest] = numbered
    .map(({ number }) => number)
    .filter((n) => !taken.has(n));
  return { coordinators, auditor, delegate, frail, members: rest.slice(0, 4) };
}

/** Member number → who that is. */
export async function membersByNumber(
  { writers }: Pick<DemoPorts, 'writers'>,
  bank: BankId,
): Promise<ReadonlyMap<number, { readonly account: AccountId; readonly person: PersonId }>> {
  return writers.look(
    journal,
    streamOf('journal', bank),
    (state) =>
      new Map([...state.memberships.entries()].map(([account, { number, person }]) => [number, { account, person }])),
  );
}

/** Who is who, once the bank is loaded. */
export async function demoPeople(ports: DemoPorts, bank: BankId): Promise<readonly DemoPerson[]> {
  const cast = demoCast();
  const byNumber = await membersByNumber(ports, bank);
  const { members } = demoHistory(demoSeed);
  const member = (who: string, part: string, number: number): readonly DemoPerson[] => {
    const known = byNumber.get(number);
    return known ? [{ who, part, name: members[number - 1]?.name ?? '', ...known }] : [];
  };
  const administrator = administratorOf(ports.codec, ports.origin);
  return [
    { who: 'administrator', part: 'sets the rules of the bank', name: administratorName, person: administrator },
    ...cast.coordinators.flatMap(({ hub, number }) =>
      member(`coordinator-${hub}`, 'keeps the bank going at a hub', number),
    ),
    ...member('auditor', 'reads everything', cast.auditor),
    ...member('delegate', 'acts for another member', cast.delegate),
    ...member('frail', 'is acted for by the delegate', cast.frail),
    ...cast.members.flatMap((number, place) => member(`member-${String(place + 1)}`, 'has claims to answer', number)),
  ];
}
