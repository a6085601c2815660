import type { FastifyRequest } from 'fastify';

/** Where browsers find this server: as it was set, or as this request found it. */
export class PublicAddress {
  constructor(private readonly set: string | undefined) {}

  seenBy({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
    return this.set ?? `${protocol}://${host}`;
  }
}
