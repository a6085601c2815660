import {
  asLocalDate,
  streamOf,
  type BankId,
  type Command,
  type HubId,
  type NetworkId,
  type PersonId,
  type Submission,
} from '#kernel';
import { given, idOf, submission, type Reader, type IdempotentInput } from '#api';
import { rulesFrom } from '#ledger';
import { AddHubCommand } from '../commands/add-hub/add-hub.command.js';
import { MoveHubCommand } from '../commands/move-hub/move-hub.command.js';
import { OpenNetworkBankCommand } from '../commands/open-network-bank/open-network-bank.command.js';
import { ServeNetworkHubCommand } from '../commands/serve-network-hub/serve-network-hub.command.js';
import { SetHubDeskCommand } from '../commands/set-hub-desk/set-hub-desk.command.js';
import { SetHubOriginsCommand } from '../commands/set-hub-origins/set-hub-origins.command.js';
import type {
  AddHubInput,
  MoveHubInput,
  OpenBankInput,
  ServeHubInput,
  SetHubDeskInput,
  SetHubOriginsInput,
} from './hub.inputs.js';

export function openBankFrom(input: OpenBankInput, { person, powers, correlation }: Reader): OpenNetworkBankCommand {
  const { handle, name, rules, administrators } = input;
  const opening = {
    network: idOf<NetworkId>('network', input.network),
    handle,
    name,
    rules: rulesFrom(rules),
    administrators: administrators.map((each) => idOf<PersonId>('person', each)),
  };
  return new OpenNetworkBankCommand(opening, { person }, input.idempotencyKey, correlation, powers);
}

export function serveHubFrom(input: ServeHubInput, { person, powers, correlation }: Reader): ServeNetworkHubCommand {
  const service = {
    bank: idOf<BankId>('bank', input.bank),
    hub: idOf<HubId>('hub', input.hub),
    from: asLocalDate(input.from),
  };
  return new ServeNetworkHubCommand(service, { person }, input.idempotencyKey, correlation, powers);
}

export function addHubFrom(input: AddHubInput, reader: Reader): AddHubCommand {
  const { handle, name: it, nameInEnglish: en, from } = input;
  const name = { it, ...(en === undefined ? {} : { en }) };
  const command = { name: 'AddHub', input: { handle, name, ...parentOf(input), from: asLocalDate(from) } } as const;
  return new AddHubCommand(toNetwork(reader, input, command));
}

export function moveHubFrom(input: MoveHubInput, reader: Reader): MoveHubCommand {
  const hub = idOf<HubId>('hub', input.hub);
  const command = { name: 'MoveHub', input: { hub, ...parentOf(input), from: asLocalDate(input.from) } } as const;
  return new MoveHubCommand(toNetwork(reader, input, command));
}

export function setHubOriginsFrom(input: SetHubOriginsInput, reader: Reader): SetHubOriginsCommand {
  const { hub, origins } = input;
  const command = { name: 'SetHubOrigins', input: { hub: idOf<HubId>('hub', hub), origins } } as const;
  return new SetHubOriginsCommand(toNetwork(reader, input, command));
}

export function setHubDeskFrom(input: SetHubDeskInput, reader: Reader): SetHubDeskCommand {
  const { hub, hours: it, hoursInEnglish: en, phone, email } = input;
  const hours = it === undefined ? undefined : given({ it, en });
  const desk = given({ hours, phone, email });
  const command = { name: 'SetHubDesk', input: { hub: idOf<HubId>('hub', hub), desk } } as const;
  return new SetHubDeskCommand(toNetwork(reader, input, command));
}

function parentOf({ parent }: { readonly parent?: string }): { readonly parent?: HubId } {
  return parent === undefined ? {} : { parent: idOf<HubId>('hub', parent) };
}

function toNetwork<C extends Command>(
  reader: Reader,
  input: IdempotentInput & { readonly network: string; readonly expectedVersion?: number },
  command: C,
): Submission<C> {
  const { expectedVersion } = input;
  const stream = streamOf('network', idOf<NetworkId>('network', input.network));
  return submission(reader, stream, input, expectedVersion === undefined ? command : { ...command, expectedVersion });
}
