import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { HubId } from '#kernel';
import { PerRequest, readId, type RequestContext } from '#api';
import { HubQuery, type HubRow } from '../views/network/network.query.js';

/** Each hub that a request names is read once: a page names few. */
@Injectable()
export class HubNames {
  private readonly known = new PerRequest(() => new Map<HubId, Promise<HubRow | undefined>>());

  constructor(private readonly queries: QueryBus) {}

  async of(opaqueHub: string, request: RequestContext): Promise<HubRow | undefined> {
    const hub = readId<HubId>('hub', opaqueHub);
    const { person, powers } = request;
    if (hub === undefined || person === undefined) return undefined;
    const known = this.known.of(request);
    const row = known.get(hub) ?? this.queries.execute(new HubQuery({ person, powers }, { hub }));
    known.set(hub, row);
    return row;
  }
}
