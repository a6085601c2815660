import type { Facts, Message } from '#kernel';
import type { Problem, ProblemCode } from './problem.js';

export type Language = keyof Message;

/** One sentence each; `{text}` and the like stand for facts. */
export const problemMessages: Readonly<Record<ProblemCode, Message>> = {
  FILE_EMPTY: { it: 'Il file è vuoto.', en: 'The file is empty.' },
  NOT_TEXT: {
    it: 'Questo non è un file di testo: salvalo come CSV in UTF-8 o Windows-1252.',
    en: 'This is not a text file: save it as CSV in UTF-8 or Windows-1252.',
  },
  FILE_CHANGED: {
    it: 'Il file è cambiato mentre veniva letto: riprova quando è fermo.',
    en: 'The file changed while it was being read: try again when it is at rest.',
  },
  QUOTE_UNBALANCED: {
    it: 'Le virgolette di questa riga non si chiudono come devono.',
    en: 'The quotation marks of this line do not close as they must.',
  },
  TOO_MANY_LINES: {
    it: 'Il file ha più di {max} righe: dividilo in più file.',
    en: 'The file has more than {max} lines: split it into several files.',
  },
  NO_ROWS: { it: 'Il file ha solo le intestazioni e nessuna riga.', en: 'The file has headings only and no rows.' },
  DELIMITER_UNCLEAR: {
    it: 'Le intestazioni hanno sia virgole sia punti e virgola: usane uno solo.',
    en: 'The headings have both commas and semicolons: use one of the two.',
  },
  COLUMN_UNKNOWN: {
    it: 'Questa colonna non si conosce; si conoscono: {known}.',
    en: 'This column is not known; these are: {known}.',
  },
  COLUMN_MISSING: {
    it: 'Manca una colonna, intestata in uno di questi modi: {headings}.',
    en: 'A column is missing, headed in one of these ways: {headings}.',
  },
  COLUMN_TWICE: { it: 'Questa colonna c’è già.', en: 'This column is there already.' },
  UNIT_UNKNOWN: {
    it: 'Sono ore o minuti? Dillo con --unit hours oppure --unit minutes.',
    en: 'Are these hours or minutes? Say so with --unit hours or --unit minutes.',
  },
  UNIT_CONTRADICTED: {
    it: 'L’intestazione dice un’altra unità di --unit {unit}.',
    en: 'The heading says another unit than --unit {unit}.',
  },
  DATE_ORDER_UNKNOWN: {
    it: 'Viene prima il giorno o il mese? Dillo con --date-order dmy oppure --date-order mdy.',
    en: 'Does the day come first, or the month? Say so with --date-order dmy or --date-order mdy.',
  },
  DATE_ORDER_MIXED: {
    it: 'Qui viene prima il mese, alla riga {other} viene prima il giorno.',
    en: 'Here the month comes first, in line {other} the day does.',
  },
  CELLS_COUNT: {
    it: 'La riga ha {found} celle invece di {expected}.',
    en: 'The line has {found} cells instead of {expected}.',
  },
  TEXT_MISSING: { it: 'Manca il valore.', en: 'The value is missing.' },
  TEXT_TOO_LONG: { it: 'Il testo supera i {max} caratteri.', en: 'The text is longer than {max} characters.' },
  DATE_UNREADABLE: {
    it: '«{text}» non è una data come 2018-01-30 o 30/01/2018.',
    en: '“{text}” is not a date like 2018-01-30 or 30/01/2018.',
  },
  DATE_IMPOSSIBLE: { it: '«{text}» è un giorno che non esiste.', en: '“{text}” is a day that does not exist.' },
  DATE_IN_FUTURE: { it: '«{text}» è nel futuro.', en: '“{text}” is in the future.' },
  DURATION_UNREADABLE: {
    it: '«{text}» non è una durata come 1:30, 1,5 o 90.',
    en: '“{text}” is not a duration like 1:30, 1.5 or 90.',
  },
  DURATION_NEGATIVE: {
    it: '«{text}» è negativo: scambia chi dà e chi riceve.',
    en: '“{text}” is negative: swap who gives and who receives.',
  },
  DURATION_ZERO: { it: '«{text}» non è nemmeno un minuto.', en: '“{text}” is not even a minute.' },
  DURATION_FRACTION: { it: '«{text}» non è fatto di minuti interi.', en: '“{text}” is not made of whole minutes.' },
  DURATION_STEP: {
    it: '{minutes} minuti non sono un multiplo di {step}, come vuole la regola della banca.',
    en: '{minutes} minutes are not a multiple of {step}, as the bank’s rule asks.',
  },
  DURATION_TOO_LONG: {
    it: '{minutes} minuti superano i {max} che la banca ammette per uno scambio.',
    en: '{minutes} minutes are more than the {max} that the bank allows for one exchange.',
  },
  SAME_MEMBER: {
    it: 'Chi dà e chi riceve sono la stessa persona.',
    en: 'Who gives and who receives are the same person.',
  },
  MEMBER_AMBIGUOUS: {
    it: 'Quale «{name}»? Scrivi il numero di socio tra parentesi, come {name} (12). Numeri noti: {numbers}.',
    en: 'Which “{name}”? Write the member number in brackets, as {name} (12). Known numbers: {numbers}.',
  },
  MEMBER_NUMBER_TAKEN: {
    it: 'Il numero {number} è di un altro socio, non di «{name}».',
    en: 'The number {number} belongs to another member, not to “{name}”.',
  },
  MEMBER_TWICE: { it: '«{name}» è già nell’elenco.', en: '“{name}” is on the list already.' },
  BEFORE_MEMBERSHIP: { it: 'Il socio è iscritto solo dal {since}.', en: 'The member joined only on {since}.' },
  SUSPENDED_MEMBER: { it: 'Il {text} il socio era sospeso.', en: 'On {text} the member was suspended.' },
  HUB_UNKNOWN: {
    it: 'La banca non serve «{text}»; serve: {known}.',
    en: 'The bank does not serve “{text}”; it serves: {known}.',
  },
  HUB_NOT_SAID: {
    it: 'In quale hub? Aggiungi una colonna hub oppure dillo con --hub.',
    en: 'At which hub? Add a hub column or say so with --hub.',
  },
  CATEGORY_UNKNOWN: {
    it: '«{text}» ({code}) non è tra le categorie della banca: {known}.',
    en: '“{text}” ({code}) is not among the bank’s categories: {known}.',
  },
};

const words = { line: { it: 'Riga', en: 'Line' }, column: { it: 'colonna', en: 'column' } } as const;

/** `Riga 12, colonna ore: …` */
export function sayProblem({ code, line, column, facts }: Problem, language: Language): string {
  const places = [
    ...(line === undefined ? [] : [`${words.line[language]} ${String(line)}`]),
    ...(column === undefined ? [] : [`${words.column[language]} ${column}`]),
  ];
  const sentence = filled(problemMessages[code][language], facts);
  return places.length === 0 ? sentence : `${places.join(', ')}: ${sentence}`;
}

function filled(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
