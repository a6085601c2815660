/** What the page offers and the engine compiles at the start. Ids come from the answers: `viewer` first. */
export interface Example {
  readonly title: string;
  readonly document: string;
  readonly variables?: object;
}

const id = '…';
const idempotencyKey = 'example-1';

export const examples: readonly Example[] = [
  {
    title: 'Chi sono: le mie banche e i miei conti',
    document: `query Me {
  viewer {
    id
    banks { id network handle name rules { timeZone stepMinutes consent } }
    memberships { bank suspended member { id number displayName hub { id name } } }
  }
}`,
  },
  {
    title: 'Conto ed estratto conto',
    document: `query Statement($account: ID!, $first: Int, $after: String) {
  viewer {
    account(id: $account) {
      balanceMinutes
      waitingMinutes
      reservedMinutes
      floor { kind minutes }
      ceiling { kind minutes }
      statement(first: $first, after: $after) {
        edges { node { entryNumber serviceDate minutes balanceAfterMinutes other { displayName } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`,
    variables: { account: id, first: 10 },
  },
  {
    title: 'Cerca un socio',
    document: `query Search($bank: ID!, $search: String!) {
  viewer { members(bank: $bank, search: $search) { edges { node { id displayName number hub { id name } } } } }
}`,
    variables: { bank: id, search: 'lu' },
  },
  {
    title: 'Registra ore',
    document: `mutation Log($input: LogExchangeInput!) {
  logExchange(input: $input) {
    exchange { id state turn minutes expiresAt }
    position
    userErrors { field code message }
  }
}`,
    variables: {
      input: { provider: id, receiver: id, minutes: 90, serviceDate: '2026-01-31', hub: id, idempotencyKey },
    },
  },
  {
    title: 'Scambi in attesa della mia risposta',
    document: `query Waiting($account: ID!) {
  viewer {
    exchanges(account: $account, awaited: true, first: 20) {
      edges { node { id minutes serviceDate provider { displayName } receiver { displayName } version } }
    }
  }
}`,
    variables: { account: id },
  },
  {
    title: 'Conferma',
    document: `mutation Confirm($input: ConfirmExchangeInput!) {
  confirmExchange(input: $input) {
    exchange { id state entryNumber }
    position
    userErrors { field code message }
  }
}`,
    variables: { input: { exchange: id, idempotencyKey: 'example-2' } },
  },
  {
    title: 'Bilancio di verifica',
    document: `query Trial($bank: ID!) {
  viewer { trialBalance(bank: $bank) { sumMinutes accounts entries whole hubs { hub { id name } sumMinutes accounts } } }
}`,
    variables: { bank: id },
  },
];
