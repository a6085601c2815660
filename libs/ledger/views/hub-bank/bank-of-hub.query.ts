import { Query } from '@nestjs/cqrs';
import type { BankId, HubId } from '#kernel';

export interface BankOfHub {
  readonly bankId: BankId;
  readonly name: string;
}

/** The bank that serves a hub, as anybody may know it; undefined where none does. */
export class BankOfHubQuery extends Query<BankOfHub | undefined> {
  constructor(readonly hub: HubId) {
    super();
  }
}
