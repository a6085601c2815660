import { flat, line } from './documents.js';

export const monthDocument = flat(`query Month($account: ID!, $day: LocalDate) {
  viewer { account(id: $account) { month(day: $day) {
    month givenMinutes receivedMinutes closingMinutes earlier lines { ${line} }
  } } }
}`);

export const periodDocument = flat(`query Period($account: ID!, $from: LocalDate!, $to: LocalDate!) {
  viewer { account(id: $account) { period(from: $from, to: $to) { lines } } }
}`);
