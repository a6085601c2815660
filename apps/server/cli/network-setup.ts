import type { CommandBus } from '@nestjs/cqrs';
import {
  AddHubCommand,
  OpenNetworkBankCommand,
  OpenNetworkCommand,
  ServeNetworkHubCommand,
  networkIdOf,
  shell,
  type AddHub,
  type BankOpening,
  type HubService,
} from '#hubs';
import {
  streamOf,
  type AnyEvent,
  type Codec,
  type EventStore,
  type NetworkId,
  type PersonId,
  type Verdict,
} from '#kernel';
import { RegisterPersonCommand, type Language } from '#membership';

export interface FirstAdministrator {
  readonly name: string;
  readonly email?: string;
  readonly language: Language;
}

export interface NetworkOpening {
  readonly handle: string;
  readonly name: string;
  readonly privacyNotice: string;
  readonly administrator: FirstAdministrator;
}

/** Ids by what they are of, to be printed. */
type Made = Readonly<Record<string, string>>;

/** What an administrator does from the shell. Keys follow from what is asked: the same line typed twice is one command. */
export class NetworkSetup {
  private readonly correlation = crypto.randomUUID();

  constructor(
    private readonly commands: CommandBus,
    private readonly store: Pick<EventStore, 'storeId'>,
    private readonly codec: Codec,
  ) {}

  async openNetwork({ handle, name, privacyNotice, administrator }: NetworkOpening): Promise<Made> {
    const network = networkIdOf(this.codec, await this.store.storeId(), handle);
    const stream = streamOf('network', network);
    const key = this.codec.canonical(['opening', handle]);
    const person = this.codec.newId(this.codec.commandId(stream, `system:${shell}`, key), 'person', 0) as PersonId;
    const shared = { actor: { system: shell }, key, correlation: this.correlation };
    const { name: called, email, language } = administrator;
    const texts = { name: called, ...(email !== undefined && { email }) };
    const registration = { name: 'RegisterPerson', input: { language }, texts } as const;
    const input = { handle, name, privacyNotice, administrators: [person] };
    accepted(
      await this.commands.execute(
        new RegisterPersonCommand({ stream: streamOf('person', person), command: registration, ...shared }),
      ),
    );
    accepted(
      await this.commands.execute(
        new OpenNetworkCommand({ stream, command: { name: 'OpenNetwork', input }, ...shared }),
      ),
    );
    return { network, administrator: person };
  }

  async openBank(opening: BankOpening, person: PersonId): Promise<Made> {
    const key = this.codec.canonical(['opening', opening.handle]);
    const event = accepted(
      await this.commands.execute(new OpenNetworkBankCommand(opening, { person }, key, this.correlation)),
    );
    return event.type === 'BankOpened' ? { bank: event.data.bank } : {};
  }

  async addHub(network: NetworkId, input: AddHub['input'], person: PersonId): Promise<Made> {
    const submission = {
      stream: streamOf('network', network),
      command: { name: 'AddHub', input },
      actor: { person },
      key: this.codec.canonical(['adding', input.handle]),
      correlation: this.correlation,
    } as const;
    const event = accepted(await this.commands.execute(new AddHubCommand(submission)));
    return event.type === 'HubAdded' ? { hub: event.data.hub } : {};
  }

  async serveHub(service: HubService, person: PersonId): Promise<Made> {
    const key = this.codec.canonical(['serving', service.hub]);
    accepted(await this.commands.execute(new ServeNetworkHubCommand(service, { person }, key, this.correlation)));
    return { bank: service.bank, hub: service.hub };
  }
}

/** The first of what was recorded. @throws the refusal */
function accepted<E extends AnyEvent>(verdict: Verdict<E>): E {
  if (!verdict.accepted) throw verdict.refusal;
  const [record] = verdict.records;
  if (!record) throw new Error('a command was accepted without a record');
  return record.event;
}
