import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { pino } from 'pino';
import { caughtUp } from '../apps/server/cli/caught-up.js';
import { NetworkSetup } from '../apps/server/cli/network-setup.js';
import { createContext, type Context } from '../apps/server/context.js';
import { settingsFrom, type Settings } from '../apps/server/settings.js';
import { JwtTokens, openTokenKeys } from '#identity';
import { CODEC, EVENT_STORE } from '#event-store';
import {
  asLocalDate,
  type AccountId,
  type BankId,
  type Codec,
  type EventStore,
  type HubId,
  type ImportId,
  type NetworkId,
  type PersonId,
} from '#kernel';
import type { BankRules } from '#ledger';
import { ImportMembersCommand } from '#membership';

export interface TownMember {
  readonly person: PersonId;
  readonly account: AccountId;
}

/** A bank with one hub and invented members, to measure on and to break. */
export interface Town {
  readonly network: NetworkId;
  readonly bank: BankId;
  readonly hub: HubId;
  readonly administrator: PersonId;
  readonly members: readonly TownMember[];
}

export type TownRules = Pick<BankRules, 'consent' | 'limits'>;

/** Settings as the server reads them from its environment. */
export function townSettings(databaseUrl: string, dataFolder: string): Settings {
  const { EVENT_STORE_URL } = process.env;
  return settingsFrom({ EVENT_STORE_URL, DATABASE_URL: databaseUrl, DATA_DIR: dataFolder, NODE_ENV: 'production' });
}

/** Makes towns of `members` each through the ordinary commands. */
export function buildTowns(
  settings: Settings,
  towns: number,
  members: number,
  rules: TownRules,
): Promise<readonly Town[]> {
  return buildTownsOf(
    settings,
    Array.from({ length: towns }, () => members),
    rules,
  );
}

/** One town of each number of members, then whatever `further` adds to them. */
export async function buildTownsOf(
  settings: Settings,
  members: readonly number[],
  rules: TownRules,
  further: (context: Context, towns: readonly Town[]) => Promise<void> = () => Promise.resolve(),
): Promise<readonly Town[]> {
  const context = await createContext(settings, pino({ level: 'warn' }, pino.destination(2)));
  try {
    const built: Town[] = [];
    for (const many of members) built.push(await build(context, many, rules));
    await further(context, built);
    await caughtUp(context.parts);
    return built;
  } finally {
    await context.close();
  }
}

/** A bearer token for each person. */
export async function tokensFor(
  settings: Settings,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  const tokens = new JwtTokens(await openTokenKeys(settings.tokenKeyFile), { now: () => Date.now() });
  const issued = await Promise.all(people.map(async (person) => [person, await tokens.issue(person, 86_400)] as const));
  return new Map(issued);
}

async function build({ app }: Context, members: number, { consent, limits }: TownRules): Promise<Town> {
  const commands = app.get(CommandBus);
  const setup = new NetworkSetup(commands, app.get<EventStore>(EVENT_STORE), app.get<Codec>(CODEC));
  const handle = `town-${randomUUID().slice(0, 8)}`;
  const made = await setup.openNetwork({
    handle,
    name: 'Rete di misura',
    privacyNotice: '2026-1',
    administrator: { name: 'Amministrazione inventata', language: 'it' },
  });
  const network = made['network'] as NetworkId;
  const administrator = made['administrator'] as PersonId;
  const rules: BankRules = {
    timeZone: 'Europe/Rome',
    stepMinutes: 15,
    exchangeMinutesMax: 1440 as BankRules['exchangeMinutesMax'],
    consent,
    claimDays: 30,
    limits,
    categories: ['aiuto'],
    strands: [],
  };
  const opening = { network, handle, name: 'Banca di misura', rules, administrators: [administrator] };
  const bank = (await setup.openBank(opening, administrator))['bank'] as BankId;
  const from = asLocalDate('2020-01-01');
  const hub = (await setup.addHub(network, { handle, name: { it: 'Spazio di misura' }, from }, administrator))['hub'];
  const served = { bank, hub: hub as HubId, network, from };
  await setup.serveHub(served, administrator);
  const rows = Array.from({ length: members }, (_, row) => ({
    row,
    displayName: `Persona inventata ${String(row + 1)}`,
    language: 'it' as const,
    hub: hub as HubId,
    since: from,
    channel: true,
  }));
  const actor = { import: randomUUID() as string as ImportId, person: administrator };
  const imported = await commands.execute(new ImportMembersCommand(bank, rows, actor, randomUUID()));
  if (!imported.accepted) throw imported.refusal;
  return { network, bank, hub: hub as HubId, administrator, members: imported.members };
}
