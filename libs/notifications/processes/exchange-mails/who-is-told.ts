import {
  addDays,
  ownerOf,
  type AccountId,
  type BankId,
  type Instant,
  type PersonActor,
  type PersonId,
  type Recorded,
} from '#kernel';
import type { ActingPersons, ExchangeAnswered, ExchangeLogged, ExchangePosted, JournalEvent } from '#ledger';

/** One thing to be told to one side of an exchange. What it says beyond `facts` is found out when it goes out. */
export interface Telling {
  readonly kind: 'to-confirm' | 'reminder' | 'hours-moved';
  readonly account: AccountId;
  /** Who did what is told: knows it. */
  readonly doneBy?: PersonId;
  readonly facts: Readonly<Record<string, string>>;
  readonly notBefore?: Instant;
  /** From then on it is no news. */
  readonly until: Instant;
}

const reminderDays = [3, 10] as const;
const newsDays = 3;

/**
 * Whom a record concerns: the side whose turn it is, once and after 3 and 10 days; both sides once hours have moved. An
 * import is the past, and so is what was over by `now`.
 */
export function tellingsOf(record: Recorded<JournalEvent>, now: Instant): readonly Telling[] {
  const { event } = record;
  if ('import' in record.actor) return [];
  switch (event.type) {
    case 'ExchangeLogged':
    case 'ExchangeAnswered':
      return ofClaim(event, record).filter(({ until }) => now < until);
    case 'ExchangePosted':
      return ofPosting(event, record, now);
    default:
      return [];
  }
}

function ofClaim({ data }: ExchangeLogged | ExchangeAnswered, record: Recorded): readonly Telling[] {
  const account = data.facts[data.turn];
  const telling = { account, ...doneBy(record), until: data.expiresAt };
  const facts = { ...named(record, account), exchange: data.facts.exchange };
  const reminders = reminderDays.map((days, place): Telling => {
    const last = place === reminderDays.length - 1 ? { last: 'yes' } : {};
    return { ...telling, kind: 'reminder', facts: { ...facts, ...last }, notBefore: addDays(record.recordedAt, days) };
  });
  const inTime = reminders.filter(({ notBefore, until }) => notBefore !== undefined && notBefore < until);
  return [{ ...telling, kind: 'to-confirm', facts }, ...inTime];
}

/** Most records are postings: what is the same for both sides is found out once. */
function ofPosting({ data }: ExchangePosted, record: Recorded, now: Instant): readonly Telling[] {
  const until = addDays(record.recordedAt, newsDays);
  if (now >= until) return [];
  const { exchange, provider, receiver } = data.facts;
  const actor = doneBy(record);
  return [provider, receiver].map((account) => {
    const facts = { exchange, how: howAgreed(data.consent.kind, record, account), ...named(record, account) };
    return { kind: 'hours-moved', account, facts, until, ...actor };
  });
}

function named({ stream, revision }: Recorded, account: AccountId): Readonly<Record<string, string>> {
  return { bank: ownerOf<BankId>(stream), account, revision: String(revision) };
}

function howAgreed(
  consent: ExchangePosted['data']['consent']['kind'],
  { actor }: Recorded,
  account: AccountId,
): string {
  if (consent === 'sheet') return 'sheet';
  const side = (actor as Partial<PersonActor>).for === account ? 'own' : 'other';
  return `${side}-${consent === 'logged' ? 'logged' : 'confirmed'}`;
}

function doneBy({ actor }: Recorded): { readonly doneBy?: PersonId } {
  return 'person' in actor ? { doneBy: actor.person } : {};
}

/**
 * The member; for a member without an address, whoever acts for them. A side whose member did it knows it.
 *
 * @param isReached who has an address
 */
export function readersOf(
  { doneBy: actor }: Telling,
  acting: ActingPersons | undefined,
  isReached: (person: PersonId) => boolean,
): readonly PersonId[] {
  const member = acting?.member;
  if (!acting || member === undefined || member === actor) return [];
  if (isReached(member)) return [member];
  return acting.delegates.filter((delegate) => delegate !== actor && isReached(delegate));
}
