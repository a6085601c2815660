import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { QueryBus } from '@nestjs/cqrs';
import yauzl from 'yauzl';
import { minutes, streamOf, type AccountId, type ImportId, type PersonId } from '#kernel';
import { ImportExchangesCommand, LogExchangeCommand } from '#ledger';
import { AdmitPersonCommand, RecordPrivacyCommand } from '#membership';
import { figure, idOf } from '#testing';
import { accepted, ada, bankReady, commands, context, correlation, day } from '../setting-up.example.js';
import { archiveOf } from './archive.js';
import { OwnData } from './own-data.js';
import { column, section } from './section.js';

const entries = figure(1_000, 10_000);

async function bytesOf(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  await pipeline(Readable.from(stream), sink);
  return Buffer.concat(chunks);
}

async function unzipped(archive: NodeJS.ReadableStream): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const zip = await yauzl.fromBufferPromise(await bytesOf(archive));
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    files.set(entry.fileName, (await bytesOf(stream)).toString());
  }
  return files;
}

describe('what is held about a person', () => {
  async function people() {
    const ready = await bankReady();
    const admit = async (displayName: string, email: string) => {
      const who = { newcomer: { displayName, email, language: 'it' as const } };
      const admission = { bank: ready.bank, who, hub: ready.hub, since: day('2025-01-01'), channel: true };
      const key = `admitting-${displayName.slice(0, 5)}`;
      const event = accepted(
        await commands.execute(new AdmitPersonCommand(admission, { person: ada }, key, correlation)),
      );
      if (event.type !== 'MemberAdmitted') throw new Error(event.type);
      return event.data;
    };
    const [lucia, carla] = [
      await admit('Lucia Sala', 'lucia@example.org'),
      await admit('=Carla <b>', 'carla@example.org'),
    ];
    return { ...ready, lucia, carla };
  }

  const dataOf = (person: PersonId) =>
    new OwnData(
      context.app.get(QueryBus),
      { of: () => Promise.resolve([]) } as never,
      context.parts.contacts,
    ).sectionsOf(person);

  test('comes in three forms, with the names of others as members see them and every entry once', async () => {
    const { bank, hub, lucia, carla } = await people();
    const stream = streamOf('journal', bank);
    const note = '=nota; «ciao»';
    const log = {
      provider: carla.account,
      receiver: lucia.account,
      minutes: minutes(90),
      serviceDate: day('2026-02-01'),
      hub,
    };
    const command = { name: 'LogExchange', input: log, texts: { note } } as const;
    accepted(
      await commands.execute(
        new LogExchangeCommand({ stream, command, actor: { person: carla.person }, key: 'logging-1', correlation }),
      ),
    );
    await imported(entries, { provider: carla.account, receiver: lucia.account });
    const said = {
      name: 'AcknowledgeNotice',
      input: { network: idOf<never>('#OpCafé'), privacyNotice: '2026-1', how: { kind: 'screen' } },
    } as const;
    const { person } = lucia;
    accepted(
      await commands.execute(
        new RecordPrivacyCommand(said, undefined, { person, powers: 'all' }, 'reading-it', correlation),
      ),
    );
    await context.parts.readModels.waitFor(await context.parts.store.head());

    const files = await unzipped(archiveOf(await dataOf(person), 'it'));
    const data = JSON.parse(files.get('data.json') ?? '') as Record<string, readonly Record<string, unknown>[]>;
    expect(data['profile']).toEqual([{ person, name: 'Lucia Sala', email: 'lucia@example.org', language: 'it' }]);
    expect(data['memberships']).toMatchObject([{ bank: 'Settimo', number: 1 }]);
    expect(new Set(data['statement']?.map(({ entry }) => entry)).size).toBe(entries);
    expect(data['exchanges']).toHaveLength(entries + 1);
    expect(data['notices']).toMatchObject([{ subject: '2026-1', kind: 'acknowledged', how: 'screen' }]);

    const statement = (files.get('csv/statement.csv') ?? '').split('\n');
    expect(statement).toHaveLength(entries + 2);
    expect(statement[1]).toContain(`;'=Carla <b>;`);
    expect(statement[1]).toContain(';-15;-0:15;');
    expect(statement[1]).toContain(';05/05/2025;');
    expect(files.get('csv/exchanges.csv')).toContain(`"'=nota; «ciao»"`);
    const page = files.get('i-tuoi-dati.html') ?? '';
    expect(page).toContain('&#60;b&#62;');
    expect(page).not.toMatch(/<script|src=|href=/);
    expect([...files.values()].join()).not.toContain('carla@example.org');

    async function imported(count: number, parties: { provider: AccountId; receiver: AccountId }): Promise<void> {
      for (let from = 0; from < count; from += 200) {
        const rows = Array.from({ length: Math.min(200, count - from) }, () => ({
          ...parties,
          minutes: minutes(15),
          serviceDate: day('2025-05-05'),
          hub,
        }));
        const actor = { import: idOf<ImportId>('import'), person: ada };
        const key = JSON.stringify(['chunk', from]);
        accepted(
          await commands.execute(
            new ImportExchangesCommand({
              stream,
              command: { name: 'ImportExchanges', input: { rows } },
              actor,
              key,
              correlation,
            }),
          ),
        );
      }
    }
  }, 120_000);

  test('is nothing but empty lists for a person whom nobody knows', async () => {
    await bankReady();
    const sections = await dataOf(idOf<PersonId>('Nobody'));
    const files = await unzipped(archiveOf(sections, 'en'));
    expect(files.get('your-data.html')).toContain('<h2>Statement</h2>');
    expect(JSON.parse(files.get('data.json') ?? '')).toMatchObject({ memberships: [], statement: [] });
  }, 60_000);
});

test('a long history takes no more memory than a short one: it is read as it goes out', async () => {
  let read = 0;
  const columns = [column('n', 'N.', 'No.', 'number')];
  const long = { ...section('long', 'Lunga', 'Long', columns, () => Promise.resolve([])), rows };
  async function* rows() {
    for (let n = 0; n < 1_000_000; n += 1) {
      read = n;
      yield { n };
      if (n % 1_000 === 0) await Promise.resolve();
    }
  }
  const archive = archiveOf([long], 'it');
  await once(archive, 'readable');
  await new Promise((resolve) => setImmediate(resolve));
  expect(read).toBeLessThan(900_000);
});

test('trouble while reading ends the download, so that nobody takes a half for the whole', async () => {
  const columns = [column('n', 'N.', 'No.', 'number')];
  const torn = section('torn', 'Rotta', 'Torn', columns, () => Promise.reject(new Error('the store is away')));
  await expect(bytesOf(archiveOf([torn], 'it'))).rejects.toThrow('the store is away');
});
