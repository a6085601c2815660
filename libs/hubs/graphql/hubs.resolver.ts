import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentReader, answered, type Answered, type Reader } from '#api';
import {
  addHubFrom,
  moveHubFrom,
  openBankFrom,
  serveHubFrom,
  setHubDeskFrom,
  setHubOriginsFrom,
} from './hub.commands.js';
import { bankFrom, hubFrom, servedHubFrom } from './hub.from-records.js';
import {
  AddHubInput,
  BankPayload,
  HubPayload,
  MoveHubInput,
  OpenBankInput,
  ServeHubInput,
  SetHubDeskInput,
  SetHubOriginsInput,
} from './hub.inputs.js';

@Resolver()
export class HubsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => BankPayload, { description: 'A network administrator opens a bank: every rule is asked.' })
  openBank(@Args('input') input: OpenBankInput, @CurrentReader() reader: Reader): Answered<BankPayload, 'bank'> {
    return answered(reader, () => this.commands.execute(openBankFrom(input, reader)), bankFrom);
  }

  @Mutation(() => HubPayload, { description: "The bank serves one of its network's hubs." })
  serveHub(@Args('input') input: ServeHubInput, @CurrentReader() reader: Reader): Answered<HubPayload, 'hub'> {
    return answered(reader, () => this.commands.execute(serveHubFrom(input, reader)), servedHubFrom);
  }

  @Mutation(() => HubPayload, { description: 'The network gets another place in its tree.' })
  addHub(@Args('input') input: AddHubInput, @CurrentReader() reader: Reader): Answered<HubPayload, 'hub'> {
    return answered(reader, () => this.commands.execute(addHubFrom(input, reader)), hubFrom);
  }

  @Mutation(() => HubPayload, { description: 'From a day on, a hub and all below it hang elsewhere.' })
  moveHub(@Args('input') input: MoveHubInput, @CurrentReader() reader: Reader): Answered<HubPayload, 'hub'> {
    return answered(reader, () => this.commands.execute(moveHubFrom(input, reader)), hubFrom);
  }

  @Mutation(() => HubPayload, { description: "On whose pages a hub's client may be embedded." })
  setHubOrigins(
    @Args('input') input: SetHubOriginsInput,
    @CurrentReader() reader: Reader,
  ): Answered<HubPayload, 'hub'> {
    return answered(reader, () => this.commands.execute(setHubOriginsFrom(input, reader)), hubFrom);
  }

  @Mutation(() => HubPayload, { description: "When a hub's desk is open, and its number: for everybody to read." })
  setHubDesk(@Args('input') input: SetHubDeskInput, @CurrentReader() reader: Reader): Answered<HubPayload, 'hub'> {
    return answered(reader, () => this.commands.execute(setHubDeskFrom(input, reader)), hubFrom);
  }
}
