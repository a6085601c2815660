import { balanceInWords, categoryInWords, fullDay, inHours, nearDay } from './hours.js';
import type { MailFacts, MailWords } from './mail-words.js';

type Language = 'it' | 'en';

/**
 * What a mail about an exchange is told: `other`: the other party's name; `side`: `receiver` or `provider`, which its
 * reader is; `minutes` that move; `category`, where it has one; `day` of the exchange; `balance`: minutes that the reader
 * has; `link` of its button.
 */
export const exchangeFacts = ['other', 'side', 'minutes', 'day', 'balance', 'link'] as const;

export function hoursIn({ minutes }: MailFacts): string {
  return inHours(Number(minutes));
}

export function isReceivers({ side }: MailFacts): boolean {
  return side === 'receiver';
}

/** Che cosa · Quando · Ora hai, in one table with what follows. */
export function table(
  { category, day = '', balance }: MailFacts,
  language: Language,
  rest: NonNullable<MailWords['facts']>,
): NonNullable<MailWords['facts']> {
  const [what, when, now] = language === 'it' ? ['Che cosa', 'Quando', 'Ora hai'] : ['What', 'When', 'You have now'];
  return [
    ...(category === undefined ? [] : [{ name: what, value: categoryInWords(category) }]),
    { name: when, value: fullDay(day, language) },
    { name: now, value: balanceInWords(Number(balance), language) },
    ...rest,
  ];
}

/** Stiro, sabato 14 novembre. */
export function whatAndWhen({ category, day = '' }: MailFacts, language: Language): string {
  const when = nearDay(day, language);
  const sentence = category === undefined ? when : `${categoryInWords(category)}, ${when}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
