import {
  AddHubCommand,
  OpenNetworkBankCommand,
  OpenNetworkCommand,
  ServeNetworkHubCommand,
  SetHubDeskCommand,
  SetHubOriginsCommand,
  networkIdOf,
  shell,
} from '#hubs';
import { asLocalDate, minutes, streamOf, type BankId, type HubId, type PersonId } from '#kernel';
import type { BankRules } from '#ledger';
import { RegisterPersonCommand } from '#membership';
import { categoryCode } from '#importing';
import { accepted } from './accepted.js';
import { demoBank, demoCategories, demoHubs, demoLimits, demoPhone, demoStrands } from './demo-bank.js';
import { administratorName, administratorOf } from './demo-people.js';
import type { DemoPorts } from './demo-ports.js';

/** The bank as it stands before anybody joins. */
export interface OpenedDemo {
  readonly bank: BankId;
  readonly administrator: PersonId;
  readonly hubs: ReadonlyMap<string, HubId>;
}

/** Before the first exchange of the demonstration. */
const firstDay = asLocalDate('2022-01-01');

const rules: BankRules = {
  timeZone: 'Europe/Rome',
  stepMinutes: 15,
  exchangeMinutesMax: minutes(24 * 60),
  consent: 'both',
  claimDays: 30,
  limits: {
    floor: { kind: 'soft', minutes: minutes(demoLimits.floorMinutes) },
    ceiling: { kind: 'soft', minutes: minutes(demoLimits.ceilingMinutes) },
  },
  categories: demoCategories.map(({ name }) => categoryCode(name)),
  strands: demoStrands,
};

/** The network, its hubs, and an empty bank that serves them. Every key is fixed: a second time changes nothing. */
export async function openDemo(ports: DemoPorts, correlation: string): Promise<OpenedDemo> {
  const { commands, codec, origin } = ports;
  const administrator = administratorOf(codec, origin);
  const network = networkIdOf(codec, origin, demoBank.handle);
  await accepted(
    'its administrator',
    commands.execute(
      new RegisterPersonCommand({
        stream: streamOf('person', administrator),
        command: {
          name: 'RegisterPerson',
          input: { language: 'it', askedBy: { network } },
          texts: { name: administratorName },
        },
        asked: { language: 'it' },
        actor: { system: shell },
        key: 'demo-administrator',
        correlation,
      }),
    ),
  );
  const stream = streamOf('network', network);
  await accepted(
    'its network',
    commands.execute(
      new OpenNetworkCommand({
        stream,
        command: {
          name: 'OpenNetwork',
          input: {
            handle: demoBank.handle,
            name: demoBank.network,
            privacyNotice: demoBank.privacyNotice,
            administrators: [administrator],
          },
        },
        actor: { system: shell },
        key: 'demo-network',
        correlation,
      }),
    ),
  );

  const actor = { person: administrator };
  const hubs = new Map<string, HubId>();
  for (const { handle, name, hours, hoursInEnglish } of demoHubs) {
    const [added] = await accepted(
      `the hub ${handle}`,
      commands.execute(
        new AddHubCommand({
          stream,
          command: { name: 'AddHub', input: { handle, name: { it: name }, from: firstDay } },
          actor,
          key: `demo-hub-${handle}`,
          correlation,
        }),
      ),
    );
    if (added?.event.type !== 'HubAdded') continue;
    const { hub } = added.event.data;
    hubs.set(handle, hub);
    const command = { name: 'SetHubOrigins' as const, input: { hub, origins: [ports.hubPages] } };
    const registering = {
      stream,
      command,
      actor,
      key: `demo-origins-${handle}-${ports.hubPages.replace(/\D/g, '')}`,
      correlation,
    };
    await accepted(`the pages of ${handle}`, commands.execute(new SetHubOriginsCommand(registering)));
    const desk = { hours: { it: hours, en: hoursInEnglish }, phone: demoPhone };
    const opening = { name: 'SetHubDesk' as const, input: { hub, desk } };
    const setting = { stream, command: opening, actor, key: `demo-desk-${handle}`, correlation };
    await accepted(`the desk of ${handle}`, commands.execute(new SetHubDeskCommand(setting)));
  }
  const opening = { network, handle: demoBank.handle, name: demoBank.name, rules, administrators: [administrator] };
  const [opened] = await accepted(
    'its bank',
    commands.execute(new OpenNetworkBankCommand(opening, actor, 'demo-bank-opening', correlation)),
  );
  if (opened?.event.type !== 'BankOpened') throw new Error('the demonstration bank opened with another record');
  const { bank } = opened.event.data;
  for (const [handle, hub] of hubs) {
    await accepted(
      `serving ${handle}`,
      commands.execute(
        new ServeNetworkHubCommand({ bank, hub, from: firstDay }, actor, `demo-serve-${handle}`, correlation),
      ),
    );
  }
  return { bank, administrator, hubs };
}
