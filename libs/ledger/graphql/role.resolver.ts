import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { asLocalDate, type BankId, type GrantId, type HubId, type PersonId } from '#kernel';
import { CurrentReader, answered, idInBank, idOf, opaqueId, type Answered, type Reader } from '#api';
import { GrantRoleCommand } from '../commands/grant-role/grant-role.command.js';
import { RevokeRoleCommand } from '../commands/revoke-role/revoke-role.command.js';
import { toBank } from './exchange.commands.js';
import { factOf, idIn, type JournalRecord } from './journal-records.js';
import { GrantPayload, GrantRoleInput, RevokeRoleInput, type Grant } from './role.types.js';

@Resolver()
export class RoleResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => GrantPayload, { description: 'A person coordinates a hub, audits or administers the bank.' })
  grantRole(@Args('input') input: GrantRoleInput, @CurrentReader() reader: Reader): Answered<GrantPayload, 'grant'> {
    return answered(reader, () => this.commands.execute(grantRoleFrom(input, reader)), grantFrom);
  }

  @Mutation(() => GrantPayload, { description: 'A role holds no longer.' })
  revokeRole(@Args('input') input: RevokeRoleInput, @CurrentReader() reader: Reader): Answered<GrantPayload, 'grant'> {
    return answered(reader, () => this.commands.execute(revokeRoleFrom(input, reader)), grantFrom);
  }
}

function grantRoleFrom(input: GrantRoleInput, reader: Reader): GrantRoleCommand {
  const { role, hub, from, until, reason } = input;
  const command = {
    name: 'GrantRole',
    input: {
      person: idOf<PersonId>('person', input.person),
      role,
      from: asLocalDate(from),
      ...(hub === undefined ? {} : { hub: idOf<HubId>('hub', hub) }),
      ...(until === undefined ? {} : { until: asLocalDate(until) }),
    },
    texts: { reason },
  } as const;
  return new GrantRoleCommand(toBank(reader, idOf<BankId>('bank', input.bank), input, command));
}

function revokeRoleFrom(input: RevokeRoleInput, reader: Reader): RevokeRoleCommand {
  const { bank, id: grant } = idInBank<GrantId>('grant', input.grant);
  const command = { name: 'RevokeRole', input: { grant }, texts: { reason: input.reason } } as const;
  return new RevokeRoleCommand(toBank(reader, bank, input, command));
}

function grantFrom(records: readonly JournalRecord[]): { readonly grant: Grant } {
  const { record, fact } = factOf(records, 'RoleGranted', 'RoleRevoked');
  const { grant, person, role } = fact.data;
  return {
    grant: { id: idIn('grant', record, grant), person: opaqueId('person', person), role, version: record.revision },
  };
}
