import {
  asId,
  streamOf,
  type Actor,
  type AccountId,
  type BankId,
  type Codec,
  type EventStore,
  type ExchangeId,
  type Instant,
  type Minutes,
  type PersonId,
  type SealedText,
  type Vault,
} from '#kernel';
import type { ExchangeEvent } from '../../domain/journal/exchange.events.js';

export type ExchangeAct =
  'logged' | 'answered' | 'confirmed' | 'declined' | 'withdrawn' | 'expired' | 'sheet' | 'imported';

/** One record of an exchange: what was done, when and by whom. */
export interface ExchangeRecord {
  readonly act: ExchangeAct;
  readonly at: Instant;
  readonly minutes: Minutes;
  /** Absent where the bank's own deadline did it. */
  readonly by?: PersonId;
  /** The member for whom a delegate did it. */
  readonly for?: AccountId;
  /** By a role, and for nobody: a desk did it. */
  readonly atDesk: boolean;
  /** The reason of a refusal, or what came with other minutes. */
  readonly words?: string;
  /** Number of the signed paper. */
  readonly sheet?: string;
}

export interface ExchangeRecordsParts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly codec: Pick<Codec, 'decode'>;
  readonly vault: Pick<Vault, 'open'>;
}

/** An exchange is answered back and forth so often at most before one stops reading. */
const recordsMax = 20;

/** The records of one exchange, read where they stand: each names the one before it. Asks nobody's leave: the caller has. */
export class ExchangeRecords {
  constructor(private readonly parts: ExchangeRecordsParts) {}

  /** From the record at `revision` back to the first, the first in front. */
  async of(bank: BankId, exchange: ExchangeId, revision: number): Promise<readonly ExchangeRecord[]> {
    const found: ExchangeRecord[] = [];
    for (let next: number | undefined = revision; next !== undefined && found.length < recordsMax;) {
      const stream = streamOf('journal', bank);
      const [stored] = await this.parts.store.readStream(stream, next, 1);
      if (!stored) break;
      const { event, actor, recordedAt } = this.parts.codec.decode(stored);
      const exchangeEvent = event as ExchangeEvent;
      const sealed = wordsIn(exchangeEvent);
      const place = sealed && { stream, entity: exchange, field: sealed.field };
      const words = sealed && place && (await this.parts.vault.open(sealed.text, place));
      found.push({ ...recordOf(exchangeEvent, actor, recordedAt), ...(words === undefined ? {} : { words }) });
      next = 'follows' in exchangeEvent.data ? exchangeEvent.data.follows : undefined;
    }
    return found.reverse();
  }
}

function recordOf(event: ExchangeEvent, actor: Actor, at: Instant): ExchangeRecord {
  const { facts } = event.data;
  const sheet =
    event.type === 'ExchangePosted' && event.data.consent.kind === 'sheet' ? event.data.consent.number : undefined;
  return {
    act: actOf(event),
    at,
    minutes: facts.minutes,
    ...('person' in actor ? { by: asId<PersonId>(actor.person) } : {}),
    ...('for' in actor ? { for: actor.for } : {}),
    // Whoever acts for a member was let by a mandate; of all others only a coordinator needs a grant.
    atDesk: 'grant' in actor && !('for' in actor),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

function actOf(event: ExchangeEvent): ExchangeAct {
  switch (event.type) {
    case 'ExchangeLogged':
      return 'logged';
    case 'ExchangeAnswered':
      return 'answered';
    case 'ExchangeDeclined':
      return 'declined';
    case 'ExchangeWithdrawn':
      return 'withdrawn';
    case 'ExchangeExpired':
      return 'expired';
    case 'ExchangePosted':
      return postedBy[event.data.consent.kind];
  }
}

const postedBy = { logged: 'logged', confirmed: 'confirmed', sheet: 'sheet', import: 'imported' } as const;

function wordsIn({ data }: ExchangeEvent): { readonly field: string; readonly text: SealedText } | undefined {
  if ('reason' in data) return { field: 'reason', text: data.reason };
  return 'answer' in data ? { field: 'answer', text: data.answer } : undefined;
}
