import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { PersonId } from '#kernel';
import { ReadDoor } from '#read-model';
import { PersonNamesQuery } from './person-names.query.js';

const sql = `select person_id as person, display_name as name from read.person_name
  where person_id = any ($1::uuid[]) and display_name is not null`;

@QueryHandler(PersonNamesQuery)
export class PersonNamesHandler implements IQueryHandler<PersonNamesQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ reader, persons }: PersonNamesQuery): Promise<ReadonlyMap<PersonId, string>> {
    const params = [persons];
    const rows = await this.door.read<{ readonly person: PersonId; readonly name: string }>(reader, { sql, params });
    return new Map(rows.map(({ person, name }) => [person, name]));
  }
}
