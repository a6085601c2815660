import type { Unit } from './duration.js';

export type ExchangeColumn = 'date' | 'provider' | 'receiver' | 'duration' | 'category' | 'description' | 'hub';
export type MemberColumn = 'name' | 'hub' | 'since';

/** How a kind of file heads its columns, in Italian, English and Spanish; folded as `foldHeading` does. */
export interface Vocabulary<Column extends string> {
  readonly headings: Readonly<Record<Column, readonly string[]>>;
  readonly required: readonly Column[];
}

const hub = ['hub', 'spazio', 'sportello', 'sede', 'space', 'desk', 'espacio', 'lugar'];
const hours = ['ore', 'hours', 'horas', 'durata ore', 'ore date', 'duration hours', 'duracion horas', 'h'];
const minutes = ['minuti', 'minutes', 'minutos', 'durata minuti', 'duration minutes', 'duracion minutos', 'min'];
const neitherUnit = ['durata', 'tempo', 'duration', 'time', 'duracion', 'tiempo'];

export const exchangeVocabulary: Vocabulary<ExchangeColumn> = {
  headings: {
    date: ['data', 'giorno', 'data servizio', 'data scambio', 'date', 'day', 'service date', 'fecha', 'dia'],
    provider: ['chi da', 'da', 'offerente', 'chi offre', 'provider', 'giver', 'from', 'given by', 'quien da', 'de'],
    receiver: ['chi riceve', 'a', 'ricevente', 'receiver', 'recipient', 'to', 'received by', 'quien recibe', 'para'],
    duration: [...hours, ...minutes, ...neitherUnit],
    category: ['categoria', 'tipo', 'category', 'kind'],
    description: ['descrizione', 'note', 'nota', 'description', 'notes', 'descripcion', 'notas'],
    hub,
  },
  required: ['date', 'provider', 'receiver', 'duration'],
};

export const memberVocabulary: Vocabulary<MemberColumn> = {
  headings: {
    name: ['nome', 'nome e cognome', 'socio', 'name', 'full name', 'member', 'nombre'],
    hub,
    since: ['dal', 'socio dal', 'iscrizione', 'since', 'member since', 'joined', 'desde', 'socio desde'],
  },
  required: ['name'],
};

/** Case, accents and punctuation do not matter: `Chi dà` is `chi da`, `Durata (ore)` is `durata ore`. */
export function foldHeading(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function unitOfHeading(heading: string): Unit | undefined {
  const folded = foldHeading(heading);
  if (hours.includes(folded)) return 'hours';
  return minutes.includes(folded) ? 'minutes' : undefined;
}
