import { opaqueId } from '#api';
import type { Job } from '../load/load.js';
import type { Town } from '../town.js';
import { ask } from './answers.js';
import { Requests, oneOf, type Tokens } from './requests.js';

export interface Reading {
  readonly product: () => Job;
  readonly typical: () => Job;
  readonly rest: () => Job;
}

const balanceDocument = 'query Balance($account: ID!) { viewer { account(id: $account) { balanceMinutes } } }';

const pageDocument = `query Page($account: ID!) {
  viewer {
    account(id: $account) {
      balanceMinutes
      statement(first: 25) {
        edges { node { exchange minutes balanceAfterMinutes serviceDate other { displayName } } cursor }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

const typicalBalance = 'query Balance { account { balanceMinutes } }';

const typicalPage = `query Page {
  account {
    balanceMinutes
    statement(first: 25) {
      edges { node { exchange minutes balanceAfter serviceDate other { displayName } } cursor }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

/** The members of this town ask for their balances. */
export function balances(tokens: Tokens, town: Town): Reading {
  const documents = { product: balanceDocument, typical: typicalBalance, path: '/rest/balance' };
  return reading(tokens, town, documents, '"balanceMinutes":');
}

/** The members of this town ask for the newest 25 lines of their statements, with names and the balance after each. */
export function pages(tokens: Tokens, town: Town): Reading {
  const documents = { product: pageDocument, typical: typicalPage, path: '/rest/statement' };
  return reading(tokens, town, documents, 'Persona inventata');
}

function reading(
  tokens: Tokens,
  { bank, members }: Town,
  { product, typical, path }: { readonly product: string; readonly typical: string; readonly path: string },
  holds: string,
): Reading {
  const requests = new Requests(tokens);
  return {
    product() {
      const member = oneOf(members);
      const variables = { account: opaqueId('account', bank, member.account) };
      return { first: ask(requests.post('/graphql', member, { query: product, variables }), holds), adds: 0 };
    },
    typical: () => ({ first: ask(requests.post('/graphql', oneOf(members), { query: typical }), holds), adds: 0 }),
    rest: () => ({ first: ask(requests.get(path, oneOf(members)), holds), adds: 0 }),
  };
}
