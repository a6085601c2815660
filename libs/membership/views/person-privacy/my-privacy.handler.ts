import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { MyPrivacyQuery, type PrivacyRecordRow } from './person-privacy.query.js';
import { privacyRecords } from './person-privacy.table.js';

@QueryHandler(MyPrivacyQuery)
export class MyPrivacyHandler implements IQueryHandler<MyPrivacyQuery> {
  constructor(private readonly door: ReadDoor) {}

  execute({ reader, minPosition }: MyPrivacyQuery): Promise<readonly PrivacyRecordRow[]> {
    const mine = this.door.from(privacyRecords, 'p').where('p.personId = :person', { person: reader.person });
    return this.door.read<PrivacyRecordRow>(reader, mine.orderBy('p.revision'), minPosition);
  }
}
