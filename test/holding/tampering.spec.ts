import fc from 'fast-check';
import pg from 'pg';
import { createCodec } from '#event-store';
import { networkEventVersions } from '#hubs';
import type { Batch, StoredRecord, StreamId } from '#kernel';
import { journalEventVersions } from '#ledger';
import { personEventVersions } from '#membership';
import { figure } from '#testing';
import { verifyJournals } from '../../apps/server/cli/verify-journals.js';
import { Asking } from './asking.js';
import { run } from './programs.js';
import { keepRecordsInPostgres } from './records-in-postgres.js';
import { chance, say } from './seed.js';
import { kinds, places, tamper, victimsIn, type Row, type Tampering } from './tampering.js';
import { Work } from './work.js';
import { openWorld, type World } from './world.js';

const runs = figure(2_000, 200_000);
const codec = createCodec({
  versions: { ...journalEventVersions, ...personEventVersions, ...networkEventVersions },
});

let world: World;
let owner: pg.Client;
let rows: readonly Row[];
beforeAll(async () => {
  keepRecordsInPostgres();
  world = await openWorld({ members: 4 });
  const [town] = world.towns;
  if (!town) throw new Error('no town was built');
  const server = await world.startServer();
  const asking = new Asking(world, server.url);
  const work = new Work(() => Promise.resolve(asking), town, chance(1), 2);
  await work.goesOn(12);
  await work.end();
  await asking.trial(town, work.lastPosition);
  await server.stop();
  owner = new pg.Client({ connectionString: world.databaseUrl });
  await owner.connect();
  const found = await owner.query<Row>(
    'select position, stream, revision, type, id, hash, record as text from events.record order by position',
  );
  rows = found.rows;
}, 120_000);
afterAll(async () => {
  await owner.end();
  await world.close();
}, 30_000);

const tamperings = fc.record<Tampering>({
  kind: fc.constantFrom(...kinds),
  place: fc.constantFrom(...places),
  victim: fc.nat(),
  where: fc.nat(),
  other: fc.nat(),
});

test(
  'whatever is changed, taken out, swapped or put in is found, and the first bad record is named',
  async () => {
    expect(await differenceIn(rows)).toBeUndefined();
    const { seed } = chance();
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(tamperings, async (tampering) => {
        const { rows: tampered, stream, revision } = tamper(rows, tampering);
        const difference = await differenceIn(tampered);
        const named = [`${stream} revision ${String(revision)}: `, `${stream}: record ${String(revision)} is missing`];
        expect(named.some((name) => difference?.startsWith(name))).toBe(true);
        const kind = `${tampering.kind} in ${tampering.place}`;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }),
      { seed, numRuns: runs },
    );
    expect(seen.size).toBe(kinds.length * places.length);
    say('tampering', { seed }, { records: rows.length, runs, ...Object.fromEntries(seen) });
  },
  figure(120_000, 3_600_000),
);

test('npm run verify says so on the stored bytes, exit code 1, and is content when they are as they were', async () => {
  const luck = chance();
  const victim = luck.oneOf(victimsIn(rows).filter(({ stream }) => stream.startsWith('journal-')));
  const name = `${victim.stream} revision ${String(victim.revision)}: `;
  const changes = [
    {
      sql: `update events.record set record = replace(record, '"previous":"', '"previous":"A') where position = $1`,
      says: name,
    },
    {
      sql: `update events.record set record = replace(record, '"salt":"', '"salt":"A') where position = $1`,
      says: name,
    },
    { sql: 'delete from events.record where position = $1', says: `no record stands at position ${victim.position}` },
  ];
  await owner.query('alter table events.record disable trigger append_only');
  for (const { sql, says } of changes) {
    await owner.query(sql, [victim.position]);
    const { code, said } = await run('verify', [], world);
    expect([code, said]).toEqual([1, expect.stringContaining(`The first difference: ${says}`)]);
    await owner.query('delete from events.record where position = $1', [victim.position]);
    await owner.query(
      'insert into events.record (position, stream, revision, type, id, hash, record) values ($1, $2, $3, $4, $5, $6, $7)',
      [victim.position, victim.stream, victim.revision, victim.type, victim.id, victim.hash, victim.text],
    );
  }
  expect(await run('verify', [], world)).toMatchObject({ code: 0 });
  say('tampering with a database', luck, { changes: changes.length });
}, 120_000);

/** What the verification finds in these rows, whose statements and balances are those of the rows as they were. */
async function differenceIn(stored: readonly Row[]): Promise<string | undefined> {
  const records = stored.map((row): StoredRecord => ({ ...row, stream: row.stream, position: BigInt(row.position) }));
  const through = BigInt(stored.length);
  const store = {
    async *subscribe(): AsyncGenerator<Batch> {
      yield await Promise.resolve({ records, through });
    },
  };
  const readModels = {
    health: () => Promise.resolve({ position: through, parked: [] }),
    everything: <Shown extends object>(sql: string) =>
      Promise.resolve((sql.startsWith('select count') ? [{ lines: legsIn(rows) }] : []) as unknown as readonly Shown[]),
  };
  return (await verifyJournals({ store, codec, readModels })).difference;
}

function legsIn(all: readonly Row[]): number {
  return all
    .filter(({ stream }: { readonly stream: StreamId }) => stream.startsWith('journal-'))
    .map(
      ({ text }) =>
        JSON.parse(text.slice(0, text.indexOf('\n'))) as { readonly entry?: { readonly minutes: object[] } },
    )
    .reduce((sum, { entry }) => sum + (entry?.minutes.length ?? 0), 0);
}
