import {
  inPerson,
  streamOf,
  type Asker,
  type BankId,
  type HubId,
  type LocalDate,
  type NetworkId,
  type PersonId,
} from '#kernel';
import { ReadModels, readModelMigrations } from '#read-model';
import { RecordList, eventually, idOf, testDatabase, type TestDatabase } from '#testing';
import type { NetworkEvent } from '../../domain/network/network.events.js';
import { HubOrigins } from './hub-origins.js';
import { HubHandler, HubsHandler, NetworkBanksHandler, NetworkHandler, banksOf } from './network.handlers.js';
import { networkView } from './network.projection.js';
import { HubQuery, HubsQuery, NetworkBanksQuery, NetworkQuery } from './network.query.js';

const id = idOf<NetworkId>('#OpCafé');
const [rho, bar] = [idOf<HubId>('Rho'), idOf<HubId>('Bar')];
const anybody = idOf<PersonId>('anybody');
const from = '2026-03-01' as LocalDate;

const past: readonly NetworkEvent[] = [
  {
    type: 'NetworkOpened',
    data: { network: id, handle: 'opcafe', name: '#OpCafé', privacyNotice: '2026-1', administrators: [anybody] },
  },
  { type: 'HubAdded', data: { hub: rho, handle: 'rho', name: { it: 'Rho' }, from } },
  { type: 'HubAdded', data: { hub: bar, handle: 'bar', name: { it: 'Bar', en: 'Café' }, parent: rho, from } },
];
const later: readonly NetworkEvent[] = [
  { type: 'PrivacyNoticeIssued', data: { privacyNotice: '2026-2' } },
  { type: 'HubMoved', data: { hub: bar, from: '2026-05-01' as LocalDate } },
  { type: 'HubOriginsSet', data: { hub: rho, origins: ['https://rho.example'] } },
];

let database: TestDatabase;
let models: ReadModels;
let list: RecordList;
const happened = (events: readonly NetworkEvent[]) =>
  list.happened(...events.map((event) => ({ stream: streamOf('network', id), event })));

beforeEach(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  list = new RecordList();
  models = await ReadModels.open({
    databaseUrl: database.url,
    views: [networkView],
    store: list,
    codec: list.codec,
    vault: list.vault,
    log: { warn: () => undefined },
  });
  models.start();
});
afterEach(async () => {
  await models.close();
  await database.drop();
});

describe('a network and its hubs', () => {
  test('can be read by anybody who is signed in, by id or by handle', async () => {
    const at = happened(past);
    const network = new NetworkHandler(models.door);
    const hub = new HubHandler(models.door);

    const shown = { networkId: id, handle: 'opcafe', name: '#OpCafé', privacyNotice: '2026-1' };
    expect(await network.execute(new NetworkQuery(inPerson(anybody), { network: id }, at))).toEqual(shown);
    expect(await network.execute(new NetworkQuery(inPerson(anybody), { handle: 'opcafe' }, at))).toEqual(shown);
    expect(await network.execute(new NetworkQuery(inPerson(anybody), { handle: 'wemi' }, at))).toBeUndefined();
    const barRow = {
      hubId: bar,
      networkId: id,
      handle: 'bar',
      nameIt: 'Bar',
      nameEn: 'Café',
      parentId: rho,
      placedFrom: from,
      origins: [],
      hoursIt: null,
      hoursEn: null,
      phone: null,
      deskEmail: null,
      revision: 2,
    };
    expect(await hub.execute(new HubQuery(inPerson(anybody), { hub: bar }, at))).toEqual(barRow);
    expect(await hub.execute(new HubQuery(inPerson(anybody), { network: id, handle: 'bar' }, at))).toEqual(barRow);
    expect(
      await hub.execute(new HubQuery(inPerson(anybody), { network: idOf('other'), handle: 'bar' }, at)),
    ).toBeUndefined();
  });

  test('follow what the network decides', async () => {
    happened(past);
    const at = happened(later);

    const rows = await new HubsHandler(models.door).execute(new HubsQuery(inPerson(anybody), id, at));
    expect(
      rows.map(({ handle, parentId, placedFrom, origins }) => ({ handle, parentId, placedFrom, origins })),
    ).toEqual([
      { handle: 'bar', parentId: null, placedFrom: '2026-05-01', origins: [] },
      { handle: 'rho', parentId: null, placedFrom: from, origins: ['https://rho.example'] },
    ]);
    const network = await new NetworkHandler(models.door).execute(
      new NetworkQuery(inPerson(anybody), { network: id }, at),
    );
    expect(network?.privacyNotice).toBe('2026-2');
  });

  test('are known by the origins they registered, a second later at most', async () => {
    const origins = new HubOrigins(models.door);
    happened(past);
    expect([...(await origins.hubsAt('https://rho.example'))]).toEqual([]);
    happened(later);
    await eventually(async () => expect([...(await origins.hubsAt('https://rho.example'))]).toEqual([rho]));
    expect([...(await origins.hubsAt('https://rho.example:8443'))]).toEqual([]);

    happened([{ type: 'HubOriginsSet', data: { hub: rho, origins: ['https://www.rho.example'] } }]);
    await eventually(async () => expect([...(await origins.hubsAt('https://rho.example'))]).toEqual([]));
    expect([...(await origins.hubsAt('https://www.rho.example'))]).toEqual([rho]);
  });
});

describe('the banks of a network', () => {
  const [named, other, elsewhere] = [idOf<PersonId>('named'), idOf<PersonId>('other'), idOf<NetworkId>('elsewhere')];
  const [banca, libera] = [idOf<BankId>('banca'), idOf<BankId>('libera')];
  const authorised = (bank: BankId, handle: string): NetworkEvent => ({
    type: 'BankAuthorised',
    data: { bank, handle },
  });
  const bothBanks = [
    { bankId: libera, handle: 'libera' },
    { bankId: banca, handle: 'rho' },
  ];
  const listed = async (reader: Asker, network = id) =>
    (await new NetworkBanksHandler(models.door).execute(new NetworkBanksQuery(reader, network))).map(
      ({ bankId, handle }) => ({ bankId, handle }),
    );

  beforeEach(async () => {
    happened([...past, authorised(banca, 'rho'), authorised(libera, 'libera')]);
    const opened = { network: elsewhere, handle: 'wemi', name: 'WeMi', privacyNotice: '2026-1' };
    const event: NetworkEvent = { type: 'NetworkOpened', data: { ...opened, administrators: [other] } };
    await models.waitFor(list.happened({ stream: streamOf('network', elsewhere), event }));
  });

  test('are listed to who administers it, from the day they are named', async () => {
    expect(await listed(inPerson(anybody))).toEqual(bothBanks);
    expect(await listed(inPerson(named))).toEqual([]);
    await models.waitFor(happened([{ type: 'NetworkAdministratorNamed', data: { person: named } }]));
    await eventually(async () => expect(await listed(inPerson(named))).toEqual(bothBanks));
  });

  test.each([
    { who: 'who administers another network', reader: inPerson(other) },
    { who: 'who administers none', reader: inPerson(named) },
    { who: 'a session with own rights alone', reader: { person: anybody, powers: 'own' } satisfies Asker },
  ])('are not listed to $who, by the check and by row-level security alone', async ({ reader }) => {
    expect(await listed(reader)).toEqual([]);
    expect(await banksOf(models.door, reader, id)).toEqual([]);
  });
});
