import { randomBytes } from 'node:crypto';
import { opaqueId } from '#api';
import type { Request } from '../load/connection.js';
import type { Town, TownMember } from '../town.js';
import type { Requests } from './requests.js';

/** Who logs an hour, and who gave it. */
export interface Parties {
  readonly town: Town;
  readonly receiver: TownMember;
  readonly provider: TownMember;
}

const logDocument = `mutation Log($input: LogExchangeInput!) {
  logExchange(input: $input) { exchange { id state } userErrors { code message } position }
}`;

const confirmDocument = `mutation Confirm($input: ConfirmExchangeInput!) {
  confirmExchange(input: $input) { exchange { id state } userErrors { code message } position }
}`;

const typicalDocument = `mutation Log($input: LogExchangeInput!) {
  logExchange(input: $input) { exchange { id state } balanceMinutes }
}`;

const said = { minutes: 30, serviceDate: '2026-10-05' };

/** Twelve random bytes at a time would be a call into the system each. */
const keys = keysOf(randomBytes(6).toString('base64url'));

function* keysOf(prefix: string): Generator<string, never> {
  for (let n = 0; ; n++) yield `${prefix}-${n.toString(36)}`;
}

function newKey(): string {
  return keys.next().value;
}

/** A client knows ids as it was given them. */
const opaqueIds = new Map<string, string>();

function known(name: string, make: () => string): string {
  const id = opaqueIds.get(name) ?? make();
  opaqueIds.set(name, id);
  return id;
}

/** The receiver logs with the product. */
export function logWithProduct(requests: Requests, { town, receiver, provider }: Parties): Request {
  const input = {
    idempotencyKey: newKey(),
    provider: accountOf(town, provider),
    receiver: accountOf(town, receiver),
    hub: known(town.hub, () => opaqueId('hub', town.hub)),
    ...said,
  };
  return requests.post('/graphql', receiver, { query: logDocument, variables: { input } });
}

function accountOf({ bank }: Town, { account }: TownMember): string {
  return known(account, () => opaqueId('account', bank, account));
}

/** @param exchange its id as the product says it */
export function confirmWithProduct(requests: Requests, provider: TownMember, exchange: string): Request {
  const input = { idempotencyKey: newKey(), exchange };
  return requests.post('/graphql', provider, { query: confirmDocument, variables: { input } });
}

/** The receiver logs with `hand` or `fn`, or claims with `hand`. */
export function logWithPeer(requests: Requests, path: string, { town, receiver, provider }: Parties): Request {
  return requests.post(path, receiver, { key: newKey(), provider: provider.account, hub: town.hub, ...said });
}

export function confirmWithHand(requests: Requests, provider: TownMember, exchange: string): Request {
  return requests.post('/hand/confirm', provider, { exchange });
}

export function logWithTypical(requests: Requests, { town, receiver, provider }: Parties): Request {
  const input = { idempotencyKey: newKey(), provider: provider.account, hub: town.hub, ...said };
  return requests.post('/graphql', receiver, { query: typicalDocument, variables: { input } });
}
