import { randomBytes, randomInt } from 'node:crypto';
import { opaqueId } from '#api';
import type { PersonId } from '#kernel';
import type { Request } from './load.js';
import type { Town, TownMember } from './town.js';

export type Contestant = 'product' | 'hand' | 'fn';

/** What every contestant is asked, in its own words. */
export interface Workload {
  readonly name: string;
  readonly contestants: readonly Contestant[];
  readonly connections: readonly number[];
  /** Whether each request moves hours. */
  readonly writes: boolean;
  next(contestant: Contestant): Request;
  accept(status: number, body: string): boolean;
}

const logDocument = `mutation Log($input: LogExchangeInput!) {
  logExchange(input: $input) { exchange { id state } userErrors { code message } position }
}`;

const pageDocument = `query Page($account: ID!) {
  viewer {
    account(id: $account) {
      balanceMinutes
      statement(first: 25) {
        edges { node { entryNumber minutes balanceAfterMinutes serviceDate other { displayName } } cursor }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

/** W1: a receiver logs in a bank where the receiver's consent alone posts. */
export function logging(town: Town, tokens: ReadonlyMap<PersonId, string>): Workload {
  return {
    name: 'W1',
    contestants: ['product', 'hand', 'fn'],
    connections: [64, 1],
    writes: true,
    next(contestant) {
      const receiver = oneOf(town.members);
      const provider = otherThan(receiver, town.members);
      const headers = headersFor(receiver, tokens);
      const key = randomBytes(12).toString('base64url');
      const said = { minutes: 30, serviceDate: '2026-10-05' };
      if (contestant === 'product') {
        const account = (id: string) => opaqueId('account', town.bank, id);
        const input = {
          idempotencyKey: key,
          provider: account(provider.account),
          receiver: account(receiver.account),
          hub: opaqueId('hub', town.hub),
          ...said,
        };
        return post('/graphql', headers, { query: logDocument, variables: { input } });
      }
      return post(`/${contestant}`, headers, { key, provider: provider.account, hub: town.hub, ...said });
    },
    accept: (status, body) => status === 200 && (body.includes('"userErrors":[]') || body.includes('"balanceMinutes"')),
  };
}

/** W3: a statement page of 25 with names and running balance. `hand` and `fn` share the page: one SQL behind Fastify. */
export function statementPage(town: Town, tokens: ReadonlyMap<PersonId, string>): Workload {
  return {
    name: 'W3',
    contestants: ['product', 'hand'],
    connections: [64],
    writes: false,
    next(contestant) {
      const member = oneOf(town.members);
      const headers = headersFor(member, tokens);
      if (contestant !== 'product') return { method: 'GET', path: '/statement', headers };
      const variables = { account: opaqueId('account', town.bank, member.account) };
      return post('/graphql', headers, { query: pageDocument, variables });
    },
    accept: (status, body) => status === 200 && !body.includes('"errors"') && body.includes('Persona inventata'),
  };
}

function post(path: string, headers: Request['headers'], body: object): Request {
  return { method: 'POST', path, headers, body: JSON.stringify(body) };
}

function headersFor({ person }: TownMember, tokens: ReadonlyMap<PersonId, string>): Request['headers'] {
  return { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(person) ?? ''}` };
}

function oneOf(members: readonly TownMember[]): TownMember {
  const member = members[randomInt(members.length)];
  if (!member) throw new Error('a town has members');
  return member;
}

function otherThan(one: TownMember, members: readonly TownMember[]): TownMember {
  for (;;) {
    const other = oneOf(members);
    if (other !== one) return other;
  }
}
