import { randomInt, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Town, TownMember } from '../town.js';

/** The same past exchanges in three files: as people export them, and as the peer's two tables take them. */
export interface Past {
  readonly rows: number;
  /** date, provider, receiver, duration, category, description */
  readonly exported: string;
  readonly exchanges: string;
  readonly entries: string;
  remove(): void;
}

const minutes = 30;
const description = 'Accompagnamento alla visita e spesa per la settimana';

/** PostgreSQL reads the peer's files by itself, as its own user. */
export function writePast({ hub, members }: Town, nameOf: (member: TownMember) => string, rows: number): Past {
  const balances = new Map<TownMember, number>();
  const added = (member: TownMember, by: number): number => {
    const after = (balances.get(member) ?? 0) + by;
    balances.set(member, after);
    return after;
  };
  const exported = ['date,provider,receiver,duration,category,description'];
  const [exchanges, entries]: [string[], string[]] = [[], []];
  for (let row = 0; row < rows; row++) {
    const place = randomInt(members.length);
    const provider = members[place];
    const receiver = members[(place + 1 + randomInt(members.length - 1)) % members.length];
    if (!provider || !receiver) throw new Error('a town has members');
    const day = dayOf(row, rows);
    const id = randomUUID();
    exported.push(`${day},${nameOf(provider)},${nameOf(receiver)},0:${String(minutes)},aiuto,${description}`);
    exchanges.push(
      [
        id,
        receiver.person,
        `row-${String(row)}`,
        provider.account,
        receiver.account,
        minutes,
        day,
        hub,
        description,
      ].join(),
    );
    entries.push([id, provider.account, receiver.account, minutes, added(provider, minutes), day].join());
    entries.push([id, receiver.account, provider.account, -minutes, added(receiver, -minutes), day].join());
  }
  const folder = mkdtempSync(join(tmpdir(), 'reciproca-past-'));
  chmodSync(folder, 0o755);
  const write = (name: string, lines: readonly string[]): string => {
    const file = join(folder, name);
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o644 });
    return file;
  };
  return {
    rows,
    exported: write('exported.csv', exported),
    exchanges: write('exchanges.csv', exchanges),
    entries: write('entries.csv', entries),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** Five years, in order. */
function dayOf(row: number, rows: number): string {
  const days = Math.floor((row / rows) * 5 * 365);
  return new Date(Date.UTC(2021, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
}
