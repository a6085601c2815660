import type { JWK } from 'jose';

/** What a peer is told when it is started. */
export interface PeerSettings {
  readonly databaseUrl: string;
  /** Of the tokens that the product gives out: the peers check the same ones. */
  readonly publicJwk: JWK;
}

/** More connections than cores keep PostgreSQL busy while others wait for the disk; above this nothing was gained. */
export const poolSize = 16;

export function peerSettings(): PeerSettings {
  return JSON.parse(process.env['PEER'] ?? '{}') as PeerSettings;
}
