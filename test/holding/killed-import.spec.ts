import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { figure } from '#testing';
import { readBooks, sum } from './books.js';
import { deadlyAt, whileImporting } from './failpoints.js';
import { run } from './programs.js';
import { keepRecordsInPostgres } from './records-in-postgres.js';
import { chance, say, type Chance } from './seed.js';
import { openWorld, type World } from './world.js';

const rows = 1_000;
const kills = figure(1, 4);
const newcomers = 20;

let world: World;
beforeAll(async () => {
  keepRecordsInPostgres();
  world = await openWorld({ towns: whileImporting.length, members: 20 });
}, 120_000);
afterAll(() => world.close(), 30_000);

test.each(whileImporting.map((place, index) => ({ ...place, index })))(
  'kill -9 of the import $name: the next one goes on from there, and each row is in the journal once',
  async (place) => {
    const luck = chance();
    const town = world.towns[place.index];
    if (!town) throw new Error('no town was built');
    const file = join(world.dataFolder, `${town.bank}.csv`);
    writeFileSync(file, exchanges(luck));
    const words = [file, '--bank', await handleOf(town.bank), '--commit'];
    const left: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      expect(await run('import', words, world, deadlyAt(place, kill === 0 ? luck.between(1, 4) : 1))).toMatchObject({
        signal: 'SIGKILL',
      });
      left.push((await readBooks(world.databaseUrl, town)).entries);
    }
    const after = await run('import', words, world);

    expect(after).toMatchObject({ code: 0 });
    const { entries, posted, balances } = await readBooks(world.databaseUrl, town);
    expect([entries, new Set(posted).size, sum(balances.values())]).toEqual([rows, rows, 0]);
    say(`import killed ${place.name}`, luck, { rows, kills, entriesAfterEachKill: left });
  },
  figure(60_000, 300_000),
);

/** Members known already, and some that the import admits; with notes, so that some twenty go in a command. */
function exchanges(luck: Chance): string {
  const name = (): string => `Persona inventata ${String(luck.between(1, 20 + newcomers))}`;
  const lines = Array.from({ length: rows }, (_, row) => {
    const [day, provider] = [String((row % 28) + 1).padStart(2, '0'), name()];
    let receiver = name();
    while (receiver === provider) receiver = name();
    return `2024-03-${day};${provider};${receiver};${String(15 * luck.between(1, 8))};mano numero ${String(row)}`;
  });
  return ['data;chi dà;chi riceve;minuti;note', ...lines].join('\n');
}

async function handleOf(bank: string): Promise<string> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const { rows: found } = await client.query<{ handle: string }>('select handle from read.bank_v1 where bank_id = $1', [
    bank,
  ]);
  await client.end();
  return found[0]?.handle ?? '';
}
