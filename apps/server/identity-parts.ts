import type { Provider } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  CHALLENGES,
  CodedAddressProofs,
  ConsoleCookie,
  ConsoleSessions,
  EndedSessionList,
  JwtTokens,
  KeyedSecrets,
  PRINTED_CODES,
  PostgresAskedOnce,
  PostgresChallenges,
  PostgresPrintedCodes,
  PostgresSessions,
  PostgresThrottle,
  RequestIdentity,
  SECRETS,
  Sessions,
  THROTTLE,
  openTokenKeys,
} from '#identity';
import { ADDRESS_PROOFS, ASKED_ONCE, type Clock, type MailOutbox } from '#kernel';
import type { Settings } from './settings.js';

/** Who is asking, and how people sign in. */
export interface IdentityParts {
  readonly requests: RequestIdentity;
  readonly sessions: Sessions;
  readonly sessionStore: PostgresSessions;
  readonly challenges: PostgresChallenges;
  readonly printedCodes: PostgresPrintedCodes;
  readonly throttle: PostgresThrottle;
  readonly secrets: KeyedSecrets;
  readonly askedOnce: PostgresAskedOnce;
  readonly addressProofs: CodedAddressProofs;
  readonly consoleCookie: ConsoleCookie;
}

interface IdentityBelow {
  readonly pool: Pool;
  readonly masterKey: Uint8Array;
  readonly clock: Clock;
  readonly outbox: MailOutbox;
}

export async function openIdentity(
  { tokenKeyFile, environment }: Settings,
  { pool, masterKey, clock, outbox }: IdentityBelow,
): Promise<IdentityParts> {
  const tokens = new JwtTokens(await openTokenKeys(tokenKeyFile), clock);
  const secrets = new KeyedSecrets(masterKey);
  const store = new PostgresSessions(pool);
  const ended = new EndedSessionList(store, clock);
  const consoleCookie = new ConsoleCookie(environment === 'production');
  const consoles = new ConsoleSessions(store, secrets, consoleCookie, clock);
  const throttle = new PostgresThrottle(pool, secrets);
  const asked = new PostgresAskedOnce(pool, secrets, clock);
  return {
    requests: new RequestIdentity(tokens, ended, consoles),
    sessions: new Sessions({ store, secrets, tokens, ended, clock }),
    sessionStore: store,
    challenges: new PostgresChallenges(pool),
    printedCodes: new PostgresPrintedCodes(pool),
    throttle,
    askedOnce: asked,
    addressProofs: new CodedAddressProofs({ throttle, secrets, outbox, asked, clock }),
    secrets,
    consoleCookie,
  };
}

/** The parts under their names in Nest. */
export function identityProviders(parts: IdentityParts): Provider[] {
  return [
    { provide: RequestIdentity, useValue: parts.requests },
    { provide: Sessions, useValue: parts.sessions },
    { provide: ConsoleCookie, useValue: parts.consoleCookie },
    { provide: SECRETS, useValue: parts.secrets },
    { provide: CHALLENGES, useValue: parts.challenges },
    { provide: PRINTED_CODES, useValue: parts.printedCodes },
    { provide: ASKED_ONCE, useValue: parts.askedOnce },
    { provide: ADDRESS_PROOFS, useValue: parts.addressProofs },
    { provide: THROTTLE, useValue: parts.throttle },
  ];
}
