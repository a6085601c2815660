import type { Command } from 'commander';
import type { BankId, HubId, LocalDate, NetworkId } from '#kernel';
import { administrator, day, id, texts, type ByAdministrator } from './network-options.js';
import type { Doing } from './network-setup.js';

interface OfNetwork extends ByAdministrator {
  readonly network: NetworkId;
}
interface OfHub extends OfNetwork {
  readonly hub: HubId;
}
interface AddOptions extends OfNetwork {
  readonly handle: string;
  readonly hubName: string;
  readonly englishName?: string;
  readonly parent?: HubId;
  readonly from: LocalDate;
}
interface MoveOptions extends OfHub {
  readonly parent?: HubId;
  readonly from: LocalDate;
}
interface OriginOptions extends OfHub {
  readonly origin?: readonly string[];
}
interface DeskOptions extends OfHub {
  readonly hours?: string;
  readonly englishHours?: string;
  readonly phone?: string;
  readonly email?: string;
}
interface ServeOptions extends ByAdministrator {
  readonly bank: BankId;
  readonly hub: HubId;
  readonly from: LocalDate;
}

/** What can be done with the hubs of a network. */
export function addHubVerbs(program: Command, doing: Doing): void {
  program
    .command('add-hub')
    .description('Adds a hub to the network’s tree')
    .addOption(administrator())
    .requiredOption('--network <id>', 'the network', id<'NetworkId'>)
    .requiredOption('--handle <handle>', 'short name of the hub in addresses')
    .requiredOption('--hub-name <name>', 'its Italian name')
    .option('--english-name <name>', 'its English name')
    .option('--parent <hub>', 'the hub above it', id<'HubId'>)
    .requiredOption('--from <day>', 'the day from which it is there', day)
    .action(async ({ as: person, network, handle, hubName: it, englishName: en, parent, from }: AddOptions) => {
      const name = { it, ...(en !== undefined && { en }) };
      await doing((setup) => setup.addHub(network, { handle, name, ...(parent && { parent }), from }, person));
    });

  ofOneHub(program, 'move-hub')
    .description('Hangs a hub, with all below it, elsewhere in the tree')
    .option('--parent <hub>', 'the hub above it from then on; the top of the tree when left out', id<'HubId'>)
    .requiredOption('--from <day>', 'the first day', day)
    .action(async ({ as: person, network, hub, parent, from }: MoveOptions) => {
      await doing((setup) => setup.moveHub(network, { hub, ...(parent && { parent }), from }, person));
    });

  ofOneHub(program, 'set-origins')
    .description('Says on whose pages the client of a hub may be embedded')
    .option('--origin <origin>', 'as https://www.example.org, once for each; nowhere when left out', texts)
    .action(async ({ as: person, network, hub, origin: origins = [] }: OriginOptions) => {
      await doing((setup) => setup.setOrigins(network, { hub, origins }, person));
    });

  ofOneHub(program, 'set-desk')
    .description('Says when the desk of a hub is open, its number and its address: what is left out is no longer said')
    .option('--hours <words>', 'in Italian, as "mar e gio 15:00–18:00"')
    .option('--english-hours <words>', 'the same in English')
    .option('--phone <number>', 'as "02 0000 0000"')
    .option('--email <address>', 'where answers to mails go')
    .action(async ({ as: person, network, hub, hours: it, englishHours: en, phone, email }: DeskOptions) => {
      const hours = it === undefined ? {} : { hours: { it, ...(en !== undefined && { en }) } };
      const reach = { ...(phone !== undefined && { phone }), ...(email !== undefined && { email }) };
      await doing((setup) => setup.setDesk(network, { hub, desk: { ...hours, ...reach } }, person));
    });

  program
    .command('serve-hub')
    .description('Lets a bank serve a hub of its network')
    .addOption(administrator())
    .requiredOption('--bank <id>', 'the bank', id<'BankId'>)
    .requiredOption('--hub <id>', 'the hub', id<'HubId'>)
    .requiredOption('--from <day>', 'the first day', day)
    .action(async ({ as: person, ...service }: ServeOptions) => {
      await doing((setup) => setup.serveHub(service, person));
    });
}

function ofOneHub(program: Command, name: string): Command {
  return program
    .command(name)
    .addOption(administrator())
    .requiredOption('--network <id>', 'the network', id<'NetworkId'>)
    .requiredOption('--hub <id>', 'the hub', id<'HubId'>);
}
