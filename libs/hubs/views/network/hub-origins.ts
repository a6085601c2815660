import { Injectable } from '@nestjs/common';
import type { HubId } from '#kernel';
import { ReadDoor } from '#read-model';
import { hubs } from './network.table.js';

const keptMs = 1_000;
const nobody: ReadonlySet<HubId> = new Set();

/** Whose client a web origin may embed: kept in memory, looked up again when asked a second later. */
@Injectable()
export class HubOrigins {
  private known: ReadonlyMap<string, ReadonlySet<HubId>> = new Map();
  private lookedAtMs = -Infinity;
  private looking: Promise<void> | undefined;

  constructor(private readonly door: ReadDoor) {}

  /** The hubs that registered this origin, as a browser writes it. Where the views are away, as they were last seen. */
  async hubsAt(origin: string): Promise<ReadonlySet<HubId>> {
    if (performance.now() - this.lookedAtMs > keptMs) {
      this.looking ??= this.look().finally(() => (this.looking = undefined));
      await this.looking;
    }
    return this.known.get(origin) ?? nobody;
  }

  private async look(): Promise<void> {
    const registered = this.door.from(hubs, 'h').where("h.origins::text <> '[]'");
    const rows = await this.door
      .readAsNobody<{ readonly hubId: HubId; readonly origins: readonly string[] }>(registered)
      .catch(() => undefined);
    this.lookedAtMs = performance.now();
    if (rows) this.known = byOrigin(rows);
  }
}

function byOrigin(
  rows: readonly { readonly hubId: HubId; readonly origins: readonly string[] }[],
): ReadonlyMap<string, ReadonlySet<HubId>> {
  const known = new Map<string, Set<HubId>>();
  for (const { hubId, origins } of rows) {
    for (const origin of origins) known.set(origin, (known.get(origin) ?? new Set()).add(hubId));
  }
  return known;
}
