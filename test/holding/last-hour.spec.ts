import type { Minutes } from '#kernel';
import { figure } from '#testing';
import type { TownMember } from '../../bench/town.js';
import { Asking, newKey } from './asking.js';
import { readBooks, sum } from './books.js';
import { chance, say } from './seed.js';
import { openWorld, type World } from './world.js';

const rounds = figure(100, 500);
const connections = 64;
const spenders = rounds + 20;
const turns = 10;

let world: World;
beforeAll(
  async () => {
    const floor = { kind: 'hard', minutes: -60 as Minutes } as const;
    world = await openWorld({ members: spenders + connections, floor });
  },
  figure(120_000, 300_000),
);
afterAll(() => world.close(), 30_000);

test(
  '64 connections spend the last 60 minutes: one is accepted',
  async () => {
    const luck = chance();
    const [town] = world.towns;
    if (!town) throw new Error('no town was built');
    const servers = [await world.startServer(), await world.startServer()].map(({ url }) => new Asking(world, url));
    const [one, other] = servers;
    const providers = town.members.slice(spenders);
    const outcomes: string[] = [];
    for (const [round, receiver] of town.members.slice(0, spenders).entries()) {
      // The last rounds go to two processes at once: the expected revision alone holds them apart.
      const asked = round < rounds ? servers.slice(0, 1) : servers;
      const answers = await Promise.all(
        providers.map((provider) => luck.oneOf(asked).log({ town, key: newKey(), provider, receiver, minutes: 60 })),
      );
      const said = answers.map(({ exchange, userErrors }) => exchange?.state ?? userErrors[0]?.code ?? 'nothing');
      outcomes.push(said.toSorted().join());
    }
    const expected = ['POSTED', ...Array.from({ length: connections - 1 }, () => 'FLOOR_REACHED')].toSorted().join();
    expect(outcomes).toEqual(outcomes.map(() => expected));
    const earner = luck.oneOf(town.members.slice(rounds, spenders));
    const [giver] = providers;
    if (!giver || !one || !other) throw new Error('nobody left');
    const hour = (server: Asking, provider: TownMember, receiver: TownMember) =>
      server.log({ town, key: newKey(), provider, receiver, minutes: 60 });
    // A server that knows only of the hour she has spent must not refuse on what it remembers.
    for (let turn = 0; turn < turns; turn += 1) {
      expect(await hour(one, earner, giver)).toMatchObject({ userErrors: [] });
      expect(await hour(other, giver, earner)).toMatchObject({ userErrors: [] });
    }
    const books = await readBooks(world.databaseUrl, town);
    expect(books.entries).toBe(spenders + 2 * turns);
    expect(sum(books.balances.values())).toBe(0);
    expect(Math.min(...books.balances.values())).toBe(-60);
    say('the last hour', luck, {
      rounds,
      roundsOnTwoServers: spenders - rounds,
      connections,
      accepted: spenders,
      earnedAndSpent: turns,
    });
  },
  figure(120_000, 600_000),
);
