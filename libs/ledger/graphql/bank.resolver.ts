import { QueryBus } from '@nestjs/cqrs';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { instant, localDateOf, type BankId } from '#kernel';
import { CurrentReader, LocalDate, idOf, opaqueId, type Reader } from '#api';
import { GrantsOfBankQuery } from '../views/standing/given-authority.queries.js';
import { orNothing } from './account.reads.js';
import { Bank } from './bank.types.js';
import { Grant } from './role.types.js';

@Resolver(() => Bank)
export class BankResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => LocalDate, { description: 'In its time zone, whatever the device of the reader says.' })
  today(@Parent() { rules }: Bank): string {
    return localDateOf(instant(Date.now()), rules.timeZone);
  }

  @ResolveField(() => [Grant], { description: 'Who keeps the bank: roles that are not revoked.' })
  async roles(@Parent() { id }: Bank, @CurrentReader() reader: Reader): Promise<readonly Grant[]> {
    const grants = await orNothing(this.queries.execute(new GrantsOfBankQuery(reader, idOf<BankId>('bank', id))));
    return (grants ?? []).map(({ bankId, grantId, personId, role, revision }) => ({
      id: opaqueId('grant', bankId, grantId),
      person: opaqueId('person', personId),
      role,
      version: revision,
    }));
  }
}
