import type { Pool } from 'pg';
import {
  ConsoleCookie,
  ConsoleSessions,
  EndedSessionList,
  JwtTokens,
  KeyedSecrets,
  PostgresSessions,
  RequestIdentity,
  Sessions,
  openTokenKeys,
} from '#identity';
import type { Clock } from '#kernel';
import type { Settings } from './settings.js';

/** Who is asking, and how people sign in. */
export interface IdentityParts {
  readonly requests: RequestIdentity;
  readonly sessions: Sessions;
}

export async function openIdentity(
  { tokenKeyFile, environment }: Settings,
  { pool, masterKey, clock }: { readonly pool: Pool; readonly masterKey: Uint8Array; readonly clock: Clock },
): Promise<IdentityParts> {
  const tokens = new JwtTokens(await openTokenKeys(tokenKeyFile), clock);
  const secrets = new KeyedSecrets(masterKey);
  const store = new PostgresSessions(pool);
  const ended = new EndedSessionList(store, clock);
  const cookie = new ConsoleCookie(environment === 'production');
  const consoles = new ConsoleSessions(store, secrets, cookie, clock);
  return {
    requests: new RequestIdentity(tokens, ended, consoles),
    sessions: new Sessions({ store, secrets, tokens, ended, clock }),
  };
}
