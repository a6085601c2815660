import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EVENT_STORE } from '#event-store';
import type { EventStore } from '#kernel';
import { PostgresOutbox } from '#notifications';
import { ReadModels } from '#read-model';
import type { StoreKind } from '../chosen-store.js';

export const STORE_KIND = Symbol('StoreKind');

/** For whoever watches the server; says nothing of anybody. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(STORE_KIND) private readonly storeKind: StoreKind,
    private readonly readModels: ReadModels,
    private readonly outbox: PostgresOutbox,
  ) {}

  /** The process answers. */
  @Get('live')
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  /**
   * The store can be reached. `behind`: how many positions the views are behind, which are records on PostgreSQL and bytes
   * of its log on EventStoreDB; `parked`: streams that wait for a repair; `mail`: how many
   * wait to be sent, and how many were given up.
   */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    try {
      const [head, { position, parked }, mail] = await Promise.all([
        this.store.head(),
        this.readModels.health(),
        this.outbox.counts(),
      ]);
      const behind = head > position ? head - position : 0n;
      return {
        status: 'ready',
        store: this.storeKind,
        position: String(position),
        behind: Number(behind),
        parked,
        mail,
      };
    } catch {
      reply.code(503);
      return { status: 'away' };
    }
  }
}
