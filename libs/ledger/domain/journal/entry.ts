import { negative, plus, type AccountId, type Entry, type EntryNumber, type Leg, type Minutes } from '#kernel';
import type { BankRules } from './bank.rules.js';
import type { ExchangeFacts } from './exchange.events.js';
import { movedMinutes } from './exchange-minutes.js';
import type { ReadonlyJournal } from './journal.state.js';
import { limitsOf, warningsOf } from './limits.js';
import { accountOf } from './rows.js';
import type { Parties } from './sides.js';

/** Where an entry stands: after which entry, on what balances. */
export interface EntryPlace {
  readonly after: number;
  readonly balanceOf: (account: AccountId) => Minutes;
}

function afterLast(journal: ReadonlyJournal): EntryPlace {
  return { after: journal.lastEntryNumber, balanceOf: (account) => accountOf(journal, account).balanceMinutes };
}

/** The next entry of the bank: provider credited, receiver debited. Limits only warn here; who may not pass them was refused before. */
export function nextEntry(
  journal: ReadonlyJournal,
  rules: BankRules,
  exchange: Parties & Pick<ExchangeFacts, 'minutes' | 'travelMinutes'>,
  { after, balanceOf }: EntryPlace = afterLast(journal),
): Entry {
  const moved = movedMinutes(exchange);
  const leg = (account: AccountId, signed: Minutes): Leg => {
    const balanceAfterMinutes = plus(balanceOf(account), signed);
    const warnings = warningsOf(limitsOf(accountOf(journal, account), rules.limits), balanceAfterMinutes);
    return { account, minutes: signed, balanceAfterMinutes, ...(warnings.length > 0 && { warnings }) };
  };
  return {
    number: (after + 1) as EntryNumber,
    legs: [leg(exchange.provider, moved), leg(exchange.receiver, negative(moved))],
  };
}
