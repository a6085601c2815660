import type { Language } from '#api';
import type { Message } from '#kernel';

/** The columns of a statement, from the first. */
export const columns = ['day', 'entry', 'other', 'what', 'given', 'received', 'balance'] as const;
export type Column = (typeof columns)[number];

export const columnWords: Readonly<Record<Column, Message>> = {
  day: { it: 'Giorno', en: 'Day' },
  entry: { it: 'N.', en: 'No.' },
  other: { it: 'Con chi', en: 'With' },
  what: { it: 'Che cosa', en: 'What' },
  given: { it: 'Date', en: 'Given' },
  received: { it: 'Ricevute', en: 'Received' },
  balance: { it: 'Saldo', en: 'Balance' },
};

/** `{…}` is filled with what is written out already. */
export const statementWords = {
  title: { it: 'Estratto conto', en: 'Statement' },
  fileName: { it: 'estratto-conto', en: 'statement' },
  bank: { it: 'Banca del tempo', en: 'Time bank' },
  hub: { it: 'Hub', en: 'Hub' },
  member: { it: 'Socio', en: 'Member' },
  memberNumber: { it: 'Socio n.', en: 'Member no.' },
  memberCalled: { it: '{name}, n. {number}', en: '{name}, no. {number}' },
  memberNameless: { it: 'n. {number}', en: 'no. {number}' },
  period: { it: 'Periodo', en: 'Period' },
  fromTo: { it: 'dal {from} al {to}', en: 'from {from} to {to}' },
  writtenOn: { it: 'Scritto il', en: 'Written on' },
  opening: { it: 'Saldo iniziale', en: 'Opening balance' },
  given: { it: 'Ore date', en: 'Hours given' },
  received: { it: 'Ore ricevute', en: 'Hours received' },
  closing: { it: 'Saldo finale', en: 'Closing balance' },
  totals: { it: 'Totali', en: 'Totals' },
  nameless: { it: 'Senza nome', en: 'No name' },
  inMinutes: { it: '{column} (minuti)', en: '{column} (minutes)' },
  inHours: { it: '{column} (h:mm)', en: '{column} (h:mm)' },
  noLines: { it: 'Nessuna registrazione in questo periodo.', en: 'No entry in this period.' },
  waitingOne: {
    it: 'In attesa di conferma, non compreso nel saldo: 1 scambio ({parts}).',
    en: 'Waiting for confirmation, not included in the balance: 1 exchange ({parts}).',
  },
  waitingMany: {
    it: 'In attesa di conferma, non compresi nel saldo: {count} scambi ({parts}).',
    en: 'Waiting for confirmation, not included in the balance: {count} exchanges ({parts}).',
  },
  waitingGiven: { it: 'date {hours}', en: 'given {hours}' },
  waitingReceived: { it: 'ricevute {hours}', en: 'received {hours}' },
  anHourIsAnHour: {
    it: 'Un’ora è un’ora: questo foglio non ha valore in denaro.',
    en: 'An hour is an hour: this sheet has no value in money.',
  },
  hash: { it: 'SHA-256 del contenuto: {hash}', en: 'SHA-256 of the content: {hash}' },
  bookAt: {
    it: 'Socio n. {number} · libro alla registrazione n. {entry}',
    en: 'Member no. {number} · book at entry no. {entry}',
  },
  bookEmpty: {
    it: 'Socio n. {number} · nessuna registrazione nel libro',
    en: 'Member no. {number} · no entry in the book',
  },
  pageOf: { it: 'pagina {page} di {pages}', en: 'page {page} of {pages}' },
} as const satisfies Readonly<Record<string, Message>>;

export type Word = keyof typeof statementWords;

/** Nothing of what is filled in is read as a pattern or changed: names may look like anything. */
export function worded(word: Word, language: Language, parts: Readonly<Record<string, string>> = {}): string {
  return statementWords[word][language].replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '');
}
