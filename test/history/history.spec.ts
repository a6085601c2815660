import { createCodec, openEventStoreDb, openPostgres } from '#event-store';
import { streamOf, type EventStore } from '#kernel';
import { journalEventVersions } from '#ledger';
import { eventually, figure, startEventStoreDbDouble } from '#testing';
import { setTimeout as pause } from 'node:timers/promises';
import { Asking } from '../holding/asking.js';
import { chance, say } from '../holding/seed.js';
import { openWorld, type World } from '../holding/world.js';
import { Members } from './members.js';
import { requireLinear } from './observed.js';
import { verifiedRecords } from './verified-records.js';

const troubles = figure(4, 10);
const workers = 16;
/** Of the few who ask one after the other: here a server refuses alone in its batch, on what it still knows. */
const inTurn = figure(200, 3_000);
const inTurnMsMax = figure(60_000, 300_000);
const floor = { kind: 'hard', minutes: -240 } as never;

/** A world whose records are kept in a store of this kind, and that store itself. */
const stores = {
  PostgreSQL: async () => {
    const world = await openWorld({ members: 12, floor, settings: { EVENT_STORE_URL: '' } });
    const store = await openPostgres(world.databaseUrl, { now: () => Date.now() }, false);
    return { world, store, close: () => store.close() };
  },
  EventStoreDB: async () => {
    const url = process.env['EVENT_STORE_URL'];
    const double = url === undefined ? await startEventStoreDbDouble() : undefined;
    const address = url ?? double?.url ?? '';
    const world = await openWorld({ members: 12, floor, settings: { EVENT_STORE_URL: address } });
    const store = await openEventStoreDb(address);
    const close = async () => {
      await store.close();
      await double?.stop();
    };
    return { world, store, close };
  },
};

test.each(['PostgreSQL', 'EventStoreDB'] as const)(
  'on %s, through kills and pauses of two servers: the journal has one order that explains every answer',
  async (kind) => {
    const { world, store, close } = await stores[kind]();
    try {
      say(`history on ${kind}`, ...(await histories(world, store)));
    } finally {
      await world.close();
      await close();
    }
  },
  figure(180_000, 600_000),
);

async function histories(world: World, store: EventStore) {
  const luck = chance();
  const [town] = world.towns;
  if (!town) throw new Error('no town was built');
  const servers = await Promise.all([world.startServer(), world.startServer()]);
  const asked = servers.map(({ url }) => new Asking(world, url));
  const members = new Members(asked, town, luck);
  const work = members.run(workers);
  for (let trouble = 0; trouble < troubles; trouble += 1) {
    await pause(luck.between(200, 900));
    const place = luck.between(0, 1);
    const server = servers[place];
    if (!server) throw new Error('no server stands there');
    if (trouble % 2 === 0) {
      server.pause();
      await pause(luck.between(300, 1_500));
      server.goOn();
    } else {
      await server.kill();
      servers[place] = await world.startServer({ PORT: new URL(server.url).port });
    }
  }
  await pause(500);
  members.end();
  await work;
  const few = new Members(asked, { ...town, members: town.members.slice(0, 3) }, luck);
  const turns = few.run(1);
  await eventually(() => {
    expect(few.sendings.length).toBeGreaterThanOrEqual(inTurn);
  }, inTurnMsMax);
  few.end();
  await turns;

  const stream = streamOf('journal', town.bank);
  const records = await verifiedRecords(store, stream);
  const sendings = [...members.sendings, ...few.sendings];
  const readings = [...members.readings, ...few.readings];
  const started = performance.now();
  requireLinear(stream, records, sendings, readings, createCodec({ versions: journalEventVersions }));
  const refused = sendings.filter(({ answer }) => 'code' in answer).length;
  expect(refused).toBeGreaterThan(0);
  expect(readings.length).toBeGreaterThan(0);
  const checkMs = Math.round(performance.now() - started);
  const accepted = sendings.length - refused;
  const figures = {
    troubles,
    accepted,
    refused,
    readings: readings.length,
    unanswered: members.unanswered + few.unanswered,
    records: records.length,
    checkMs,
  };
  return [luck, figures] as const;
}
