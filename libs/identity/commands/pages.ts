import { Injectable } from '@nestjs/common';
import { HubOrigins } from '#hubs';
import type { HubId } from '#kernel';
import { PageNotAllowed } from '../domain/identity.errors.js';
import type { Place } from '../domain/session/session.state.js';

/** The page that a request of a sign-in comes from, as the browser says. */
export interface Page {
  readonly origin: string | undefined;
  /** It is a page of ours. */
  readonly isOwn: boolean;
  readonly ip: string;
  readonly agent: string | undefined;
}

/** On which pages people may sign in. */
@Injectable()
export class Pages {
  constructor(private readonly origins: HubOrigins) {}

  /** @throws PageNotAllowed unless it is the console itself, or a page of ours or of the hub's own */
  async placeOf({ origin, isOwn }: Page, hub: HubId | undefined): Promise<Place> {
    if (origin === undefined) throw new PageNotAllowed();
    if (hub === undefined) {
      if (!isOwn) throw new PageNotAllowed();
      return { kind: 'console' };
    }
    if (!isOwn && !(await this.origins.hubsAt(origin)).has(hub)) throw new PageNotAllowed();
    return { kind: 'embedded', hub, origin };
  }
}
