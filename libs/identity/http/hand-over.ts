import type { FastifyReply } from 'fastify';
import type { Kept, Opened } from '../commands/opening.js';
import type { ConsoleCookie } from './console-cookie.js';

/** What the page is told: the console only for how long, because its secret is in a cookie that no script reads. */
export type HandedOver = Kept | { readonly lifeSeconds: number };

export function handOver(opened: Opened, reply: FastifyReply, cookie: ConsoleCookie): HandedOver {
  switch (opened.kind) {
    case 'console': {
      const { secret, lifeSeconds } = opened;
      reply.header('set-cookie', cookie.header(secret, lifeSeconds));
      return { lifeSeconds };
    }
    case 'embedded': {
      const { access, accessSeconds, refresh, device } = opened;
      return { access, accessSeconds, refresh, device };
    }
  }
}
