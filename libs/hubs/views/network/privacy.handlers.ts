import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import type { Retention } from '../../domain/network/network.events.js';
import { privacyNotices, retentions } from './network.table.js';
import {
  PrivacyNoticeQuery,
  PublicNoticeQuery,
  RetentionQuery,
  type PrivacyNoticeRow,
  type PublicNotice,
} from './privacy.query.js';

@QueryHandler(PrivacyNoticeQuery)
export class PrivacyNoticeHandler implements IQueryHandler<PrivacyNoticeQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute(query: PrivacyNoticeQuery): Promise<PrivacyNoticeRow | undefined> {
    const { reader, network, privacyNotice, minPosition } = query;
    const all = this.door.from(privacyNotices, 'p').where('p.networkId = :network', { network });
    const wanted =
      privacyNotice === undefined ? all : all.andWhere('p.privacyNotice = :privacyNotice', { privacyNotice });
    const latest = wanted.orderBy('p.revision', 'DESC').limit(1);
    const [row] = await this.door.read<PrivacyNoticeRow>(reader, latest, minPosition);
    return row;
  }
}

const latest = `select from_day as "fromDay", title, words from read.privacy_notice
  where network_id = $1 order by revision desc limit 1`;

@QueryHandler(PublicNoticeQuery)
export class PublicNoticeHandler implements IQueryHandler<PublicNoticeQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ network }: PublicNoticeQuery): Promise<PublicNotice | undefined> {
    const [row] = await this.door.readAsNobody<PublicNotice>({ sql: latest, params: [network] });
    return row;
  }
}

@QueryHandler(RetentionQuery)
export class RetentionHandler implements IQueryHandler<RetentionQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ reader, network, minPosition }: RetentionQuery): Promise<Retention | undefined> {
    const set = this.door.from(retentions, 'r').where('r.networkId = :network', { network });
    const [row] = await this.door.read<Retention>(reader, set, minPosition);
    return row;
  }
}
