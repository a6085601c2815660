import { Query } from '@nestjs/cqrs';
import type { HubId, NetworkId } from '#kernel';

export interface HubDoor {
  readonly hubId: HubId;
  readonly networkId: NetworkId;
  readonly handle: string;
  readonly nameIt: string;
  readonly nameEn: string | null;
  readonly hoursIt: string | null;
  readonly hoursEn: string | null;
  readonly phone: string | null;
}

/**
 * A hub as its page finds it, by anybody: `rho`, or `opcafe.rho` where several networks have one of that name. undefined
 * for what is no hub, and for what several are called.
 */
export class HubDoorQuery extends Query<HubDoor | undefined> {
  constructor(readonly called: string) {
    super();
  }
}
