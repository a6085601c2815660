import { ownerOf, unreachable, type BankId, type SealedText } from '#kernel';
import { projection, put, scrub, type RowOf } from '#read-model';
import type { ExchangeEvent } from '../../domain/journal/exchange.events.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { dueClaimsFunction } from './due-claims.serving.js';
import { exchanges } from './exchange.table.js';

/** Every record of an exchange says it whole: the row is that record. */
export const exchangeView = projection<JournalEvent>({
  name: 'exchange',
  shape: 6,
  categories: ['journal'],
  tables: [exchanges],
  serving: dueClaimsFunction,
  texts: ({ event, stream }) => {
    if (!isExchange(event)) return [];
    const entity = event.data.facts.exchange;
    return sealedIn(event).map(([field, sealed]) => ({ name: field, sealed, place: { stream, entity, field } }));
  },
  rows: ({ event, stream, revision, recordedAt }, texts) => {
    if (event.type === 'MemberErased') {
      const { account } = event.data;
      return (['providerId', 'receiverId'] as const).map((side) => scrub(exchanges, side, account, ['note', 'words']));
    }
    if (!isExchange(event)) return [];
    const { facts } = event.data;
    const { state, turn, expiresAt, entryNumber, consent } = stateOf(event);
    // Field by field: this runs for every exchange, and a spread of both would take ten times as long.
    const row = {
      exchangeId: facts.exchange,
      bankId: ownerOf<BankId>(stream),
      revision,
      state,
      providerId: facts.provider,
      receiverId: facts.receiver,
      minutes: facts.minutes,
      travelMinutes: facts.travelMinutes,
      serviceDate: facts.serviceDate,
      hubId: facts.hub,
      desk: facts.desk,
      strand: facts.strand,
      category: facts.category,
      offer: facts.offer,
      request: facts.request,
      loggedBy: facts.loggedBy,
      onBehalfOf: facts.onBehalfOf,
      note: texts['note'],
      turn,
      expiresAt,
      entryNumber,
      consent,
      words: texts['reason'] ?? texts['answer'],
      changedAt: recordedAt,
    };
    return [put(exchanges, row)];
  },
});

function isExchange(event: JournalEvent): event is ExchangeEvent {
  return event.type.startsWith('Exchange');
}

function sealedIn({ data }: ExchangeEvent): readonly (readonly [string, SealedText])[] {
  const sealed: (readonly [string, SealedText])[] = [];
  if (data.facts.note) sealed.push(['note', data.facts.note]);
  if ('reason' in data) sealed.push(['reason', data.reason]);
  if ('answer' in data) sealed.push(['answer', data.answer]);
  return sealed;
}

type State = Pick<RowOf<typeof exchanges.columns>, 'state' | 'turn' | 'expiresAt' | 'entryNumber' | 'consent'>;

function stateOf(event: ExchangeEvent): State {
  switch (event.type) {
    case 'ExchangeLogged':
    case 'ExchangeAnswered':
      return { state: 'logged', turn: event.data.turn, expiresAt: event.data.expiresAt };
    case 'ExchangePosted':
      return { state: 'posted', entryNumber: event.entry.number, consent: event.data.consent };
    case 'ExchangeDeclined':
      return { state: 'declined' };
    case 'ExchangeWithdrawn':
      return { state: 'withdrawn' };
    case 'ExchangeExpired':
      return { state: 'expired' };
    default:
      return unreachable(event);
  }
}
