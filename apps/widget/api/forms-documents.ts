import { changed, flat, member } from './documents.js';

export const searchDocument = flat(`query Search($bank: ID!, $search: String!) {
  viewer { members(bank: $bank, search: $search, first: 20) { edges { node { ${member} } } } }
}`);

export const answerDocument = flat(
  `mutation Answer($input: AnswerExchangeInput!) { answerExchange(input: $input) { ${changed} } }`,
);

export const declineDocument = flat(
  `mutation Decline($input: DeclineExchangeInput!) { declineExchange(input: $input) { ${changed} } }`,
);
export const withdrawDocument = flat(
  `mutation Withdraw($input: WithdrawExchangeInput!) { withdrawExchange(input: $input) { ${changed} } }`,
);
