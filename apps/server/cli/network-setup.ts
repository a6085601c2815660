import type { CommandBus } from '@nestjs/cqrs';
import {
  AddHubCommand,
  MoveHubCommand,
  NameNetworkAdministratorCommand,
  OpenNetworkBankCommand,
  OpenNetworkCommand,
  ServeNetworkHubCommand,
  SetHubDeskCommand,
  SetHubOriginsCommand,
  networkIdOf,
  shell,
  type AddHub,
  type BankOpening,
  type HubService,
  type MoveHub,
  type NetworkCommand,
  type SetHubDesk,
  type SetHubOrigins,
} from '#hubs';
import {
  streamOf,
  type AnyEvent,
  type Codec,
  type EventStore,
  type NetworkId,
  type PersonId,
  type Submission,
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

/** What an administrator does from the shell. Keys of what happens once follow from what is asked: the same line typed twice is one command. */
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
    const registration = { name: 'RegisterPerson', input: { language, askedBy: { network } }, texts } as const;
    const input = { handle, name, privacyNotice, administrators: [person] };
    accepted(
      await this.commands.execute(
        new RegisterPersonCommand({
          stream: streamOf('person', person),
          command: registration,
          asked: { language },
          ...shared,
        }),
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
    const key = this.codec.canonical(['adding', input.handle]);
    const submission = this.toNetwork(network, { name: 'AddHub', input }, person, key);
    const event = accepted(await this.commands.execute(new AddHubCommand(submission)));
    return event.type === 'HubAdded' ? { hub: event.data.hub } : {};
  }

  async moveHub(network: NetworkId, input: MoveHub['input'], person: PersonId): Promise<Made> {
    accepted(
      await this.commands.execute(new MoveHubCommand(this.toNetwork(network, { name: 'MoveHub', input }, person))),
    );
    return { hub: input.hub };
  }

  async setOrigins(network: NetworkId, input: SetHubOrigins['input'], person: PersonId): Promise<Made> {
    accepted(
      await this.commands.execute(
        new SetHubOriginsCommand(this.toNetwork(network, { name: 'SetHubOrigins', input }, person)),
      ),
    );
    return { hub: input.hub };
  }

  async setDesk(network: NetworkId, input: SetHubDesk['input'], person: PersonId): Promise<Made> {
    accepted(
      await this.commands.execute(
        new SetHubDeskCommand(this.toNetwork(network, { name: 'SetHubDesk', input }, person)),
      ),
    );
    return { hub: input.hub };
  }

  async nameAdministrator(network: NetworkId, named: PersonId, person: PersonId): Promise<Made> {
    const command = { name: 'NameNetworkAdministrator', input: { person: named } } as const;
    const key = this.codec.canonical(['administrator', named]);
    accepted(
      await this.commands.execute(new NameNetworkAdministratorCommand(this.toNetwork(network, command, person, key))),
    );
    return { administrator: named };
  }

  async serveHub(service: HubService, person: PersonId): Promise<Made> {
    const key = this.codec.canonical(['serving', service.hub]);
    accepted(await this.commands.execute(new ServeNetworkHubCommand(service, { person }, key, this.correlation)));
    return { bank: service.bank, hub: service.hub };
  }

  /** What may be undone and done again has a fresh key: the same line is another command, and is refused if it changes nothing. */
  private toNetwork<C extends NetworkCommand>(
    network: NetworkId,
    command: C,
    person: PersonId,
    key: string = crypto.randomUUID(),
  ): Submission<C> {
    return { stream: streamOf('network', network), command, actor: { person }, key, correlation: this.correlation };
  }
}

/** Does one thing, and prints the ids it made. */
export type Doing = (work: (setup: NetworkSetup) => Promise<Made>) => Promise<void>;

/** The first of what was recorded. @throws the refusal */
function accepted<E extends AnyEvent>(verdict: Verdict<E>): E {
  if (!verdict.accepted) throw verdict.refusal;
  const [record] = verdict.records;
  if (!record) throw new Error('a command was accepted without a record');
  return record.event;
}
