import { Command, Option } from 'commander';
import { pino } from 'pino';
import { CommandBus } from '@nestjs/cqrs';
import { Refusal, type BankId, type HubId, type LocalDate, type NetworkId, type PersonId } from '#kernel';
import { createContext } from '../context.js';
import { settingsFrom } from '../settings.js';
import { day, id, ruleOptions, rulesOf, type RuleOptions } from './network-options.js';
import { NetworkSetup } from './network-setup.js';

interface OpenOptions {
  readonly open?: string;
  readonly name?: string;
  readonly notice?: string;
  readonly administrator?: string;
  readonly email?: string;
  readonly language: 'it' | 'en';
}

interface ByAdministrator {
  readonly as: PersonId;
  readonly handle: string;
}

async function withSetup(work: (setup: NetworkSetup) => Promise<Readonly<Record<string, string>>>): Promise<void> {
  const context = await createContext(settingsFrom(process.env), pino({ level: 'warn' }, pino.destination(2)));
  try {
    const setup = new NetworkSetup(context.app.get(CommandBus), context.parts.store, context.parts.codec);
    for (const [what, made] of Object.entries(await work(setup))) console.log(`${what} ${made}`);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    console.error(`Refused: ${cause.message}`);
    process.exitCode = 1;
  } finally {
    await context.close();
  }
}

const as = () => new Option('--as <person>', 'the administrator who does it').argParser(id).makeOptionMandatory();

const program = new Command('npm run network --')
  .description('Opens a network with its first administrator: --open <handle> --name … --notice … --administrator …')
  .option('--open <handle>', 'short name of the network in addresses, as opcafe')
  .option('--name <name>', 'its name')
  .option('--notice <version>', 'version of the privacy notice that its people read, as 2026-1')
  .option('--administrator <name>', 'display name of the first administrator')
  .option('--email <address>', 'of the first administrator')
  .addOption(new Option('--language <language>', 'of the first administrator').choices(['it', 'en']).default('it'))
  .action(async ({ open, name, notice, administrator, email, language }: OpenOptions) => {
    const missing = Object.entries({ open, name, notice, administrator }).find(([, given]) => given === undefined);
    if (open === undefined || name === undefined || notice === undefined || administrator === undefined) {
      return program.error(`error: required option '--${missing?.[0] ?? 'open'}' not specified`);
    }
    const first = { name: administrator, ...(email !== undefined && { email }), language };
    await withSetup((setup) => setup.openNetwork({ handle: open, name, privacyNotice: notice, administrator: first }));
  });

const openBank = program
  .command('open-bank')
  .description('Opens a bank of the network; every rule is asked')
  .addOption(as())
  .requiredOption('--network <id>', 'as printed when it was opened', id)
  .requiredOption('--handle <handle>', 'short name of the bank in addresses')
  .requiredOption('--bank-name <name>', 'its name');
for (const option of ruleOptions) openBank.addOption(option);
openBank.action(
  async (options: ByAdministrator & RuleOptions & { readonly network: NetworkId; readonly bankName: string }) => {
    const { as: person, network, handle, bankName: name } = options;
    await withSetup((setup) =>
      setup.openBank({ network, handle, name, rules: rulesOf(options), administrators: [person] }, person),
    );
  },
);

program
  .command('add-hub')
  .description('Adds a hub to the network’s tree')
  .addOption(as())
  .requiredOption('--network <id>', 'the network', id)
  .requiredOption('--handle <handle>', 'short name of the hub in addresses')
  .requiredOption('--hub-name <name>', 'its Italian name')
  .option('--english-name <name>', 'its English name')
  .option('--parent <hub>', 'the hub above it', id)
  .requiredOption('--from <day>', 'the day from which it is there', day)
  .action(
    async (
      options: ByAdministrator & {
        readonly network: NetworkId;
        readonly hubName: string;
        readonly englishName?: string;
        readonly parent?: HubId;
        readonly from: LocalDate;
      },
    ) => {
      const { as: person, network, handle, hubName: it, englishName: en, parent, from } = options;
      const name = { it, ...(en !== undefined && { en }) };
      await withSetup((setup) => setup.addHub(network, { handle, name, ...(parent && { parent }), from }, person));
    },
  );

program
  .command('serve-hub')
  .description('Lets a bank serve a hub of its network')
  .addOption(as())
  .requiredOption('--bank <id>', 'the bank', id)
  .requiredOption('--hub <id>', 'the hub', id)
  .requiredOption('--from <day>', 'the first day', day)
  .action(
    async ({
      as: person,
      ...service
    }: {
      readonly as: PersonId;
      readonly bank: BankId;
      readonly hub: HubId;
      readonly from: LocalDate;
    }) => {
      await withSetup((setup) => setup.serveHub(service, person));
    },
  );

await program.parseAsync();
