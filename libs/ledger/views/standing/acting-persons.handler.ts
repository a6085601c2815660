import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { AccountId, PersonId } from '#kernel';
import { ReadDoor } from '#read-model';
import { ActingPersonsQuery, type ActingPersons } from './acting-persons.query.js';

interface Row {
  readonly account: AccountId;
  readonly member: PersonId | null;
  readonly delegates: readonly PersonId[];
}

const sql = 'select account_id as account, member, delegates from read.acting_persons($1::uuid[])';

@QueryHandler(ActingPersonsQuery)
export class ActingPersonsHandler implements IQueryHandler<ActingPersonsQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ accounts }: ActingPersonsQuery): Promise<ReadonlyMap<AccountId, ActingPersons>> {
    const rows = await this.door.readAsNobody<Row>({ sql, params: [accounts] });
    return new Map(rows.map(({ account, member, delegates }) => [account, { ...(member && { member }), delegates }]));
  }
}
