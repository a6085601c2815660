import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { HubDoorQuery, type HubDoor } from './hub-door.query.js';

const sql = `select h.hub_id as "hubId", h.network_id as "networkId", h.handle, h.name_it as "nameIt", h.name_en as "nameEn",
    h.hours_it as "hoursIt", h.hours_en as "hoursEn", h.phone
  from read.hub h join read.network n using (network_id)
  where h.handle = $1 and ($2::text is null or n.handle = $2) limit 2`;

@QueryHandler(HubDoorQuery)
export class HubDoorHandler implements IQueryHandler<HubDoorQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ called }: HubDoorQuery): Promise<HubDoor | undefined> {
    const [handle, network = null] = called.split('.').reverse();
    const [found, another] = await this.door.readAsNobody<HubDoor>({ sql, params: [handle, network] });
    return another ? undefined : found;
  }
}
