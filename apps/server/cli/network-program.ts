import { Command, Option } from 'commander';
import type { NetworkId, PersonId } from '#kernel';
import { addHubVerbs } from './network-hub-verbs.js';
import {
  administrator,
  id,
  ids,
  ruleOptions,
  rulesOf,
  type ByAdministrator,
  type RuleOptions,
} from './network-options.js';
import type { Doing } from './network-setup.js';

interface OpenOptions {
  readonly open?: string;
  readonly name?: string;
  readonly notice?: string;
  readonly administrator?: string;
  readonly email?: string;
  readonly language: 'it' | 'en';
}

type BankOptions = ByAdministrator &
  RuleOptions & { readonly handle: string; readonly bankName: string; readonly administrator?: readonly PersonId[] };

/** What an administrator types after `npm run network --`. */
export function networkProgram(doing: Doing): Command {
  const program = new Command('npm run network --')
    .description('Opens a network with its first administrator: --open <handle> --name … --notice … --administrator …')
    .enablePositionalOptions()
    .option('--open <handle>', 'short name of the network in addresses, as opcafe')
    .option('--name <name>', 'its name')
    .option('--notice <version>', 'version of the privacy notice that its people read, as 2026-1')
    .option('--administrator <name>', 'display name of the first administrator')
    .option('--email <address>', 'of the first administrator')
    .addOption(new Option('--language <language>', 'of the first administrator').choices(['it', 'en']).default('it'))
    .action(async ({ open, name, notice, administrator: called, email, language }: OpenOptions) => {
      const missing = Object.entries({ open, name, notice, administrator: called }).find(([, given]) => !given);
      if (!open || !name || !notice || !called) {
        return program.error(`error: required option '--${missing?.[0] ?? 'open'}' not specified`);
      }
      const first = { name: called, ...(email !== undefined && { email }), language };
      await doing((setup) => setup.openNetwork({ handle: open, name, privacyNotice: notice, administrator: first }));
    });
  addBankVerb(program, doing);
  addAdministratorVerb(program, doing);
  addHubVerbs(program, doing);
  return program;
}

function addBankVerb(program: Command, doing: Doing): void {
  const openBank = program
    .command('open-bank')
    .description('Opens a bank of the network; every rule is asked')
    .addOption(administrator())
    .requiredOption('--network <id>', 'as printed when it was opened', id<'NetworkId'>)
    .requiredOption('--handle <handle>', 'short name of the bank in addresses')
    .requiredOption('--bank-name <name>', 'its name')
    .option('--administrator <person>', 'of the bank, once for each; whoever opens it when left out', ids<'PersonId'>);
  for (const option of ruleOptions) openBank.addOption(option);
  openBank.action(async (options: BankOptions & { readonly network: NetworkId }) => {
    const { as: person, network, handle, bankName: name, administrator: administrators = [person] } = options;
    await doing((setup) => setup.openBank({ network, handle, name, rules: rulesOf(options), administrators }, person));
  });
}

function addAdministratorVerb(program: Command, doing: Doing): void {
  program
    .command('name-administrator')
    .description('Lets one more person administer the network')
    .addOption(administrator())
    .requiredOption('--network <id>', 'the network', id<'NetworkId'>)
    .requiredOption('--person <id>', 'somebody who is registered', id<'PersonId'>)
    .action(async ({ as: by, network, person }: ByAdministrator & { network: NetworkId; person: PersonId }) => {
      await doing((setup) => setup.nameAdministrator(network, person, by));
    });
}
