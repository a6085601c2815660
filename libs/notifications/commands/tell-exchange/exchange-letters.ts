import { asId, localDateOf, type AccountId, type BankId, type ExchangeId, type HubId, type PersonId } from '#kernel';
import type { MailFacts } from '../../domain/mail/mail-words.js';
import { isOptional } from '../../domain/mail/optional-kinds.js';
import type { MailLinks } from '../../ports/mail-links.js';
import type { SealedMail } from '../../ports/mail-seal.js';
import type { UnwantedMails } from '../../ports/unwanted-mails.js';
import { deskFacts } from './desk-facts.js';
import type { ExchangeLooks, ExchangePlace, ExchangeSeen } from './exchange-looks.js';

export interface ExchangeLettersParts {
  readonly looks: Pick<ExchangeLooks, 'at' | 'desk'>;
  readonly links: Pick<MailLinks, 'confirming' | 'unsubscribing'>;
  readonly unwanted: Pick<UnwantedMails, 'has'>;
  /** Where browsers find the server, without a path. */
  readonly publicUrl: string;
}

const somebody = { it: 'Una persona', en: 'Somebody' } as const;
const ofExchanges: ReadonlySet<string> = new Set(['to-confirm', 'reminder', 'hours-moved']);

/** What mails say beside what was put, found out as each goes out: of exchanges all of it, of any other the desk. */
export class ExchangeLetters {
  constructor(private readonly parts: ExchangeLettersParts) {}

  /** undefined where a claim was answered meanwhile, and for what its reader does not want. */
  async factsOf(kind: string, { to, language, facts: put }: SealedMail): Promise<MailFacts | undefined> {
    const person = 'person' in to ? to.person : to.owner;
    if (person === undefined) return put;
    if (!ofExchanges.has(kind)) return this.withDesk(put, person, language);
    if (isOptional(kind) && (await this.parts.unwanted.has(person, kind))) return undefined;
    const place = placeIn(put, person);
    const seen = await this.parts.looks.at(place);
    if (!seen) return undefined;
    const facts = { ...commonFacts(seen, language), ...this.leaving(kind, person), ...saidWhenPut(put) };
    return kind === 'hours-moved'
      ? { ...facts, ...this.movedFacts(seen) }
      : this.claimFacts(facts, seen, place, Number(put['revision']));
  }

  /** `deskOf`: whose desk it is. */
  private async withDesk(put: MailFacts, person: PersonId, language: 'it' | 'en'): Promise<MailFacts> {
    const { deskOf } = put;
    const desk = deskOf === undefined ? undefined : await this.parts.looks.desk(asId<HubId>(deskOf), person);
    return desk ? { ...put, ...deskFacts(desk, language) } : put;
  }

  /** Only while the claim stands as it was proposed by that record. */
  private claimFacts(
    facts: MailFacts,
    { row: { state, revision, expiresAt }, bank, afterMinutes }: ExchangeSeen,
    place: ExchangePlace,
    proposed: number,
  ): MailFacts | undefined {
    if (state !== 'logged' || revision !== proposed || expiresAt === undefined) return undefined;
    const token = this.parts.links.confirming({ ...place, revision, expiresAt });
    const until = localDateOf(expiresAt, bank.rules.timeZone);
    return { ...facts, after: String(afterMinutes), until, link: `${this.parts.publicUrl}/conferma/${token}` };
  }

  private movedFacts({ row: { entryNumber }, hubCalled }: ExchangeSeen): MailFacts {
    return { entry: String(entryNumber ?? ''), link: `${this.parts.publicUrl}/h/${encodeURIComponent(hubCalled)}` };
  }

  private leaving(kind: string, person: PersonId): MailFacts {
    if (!isOptional(kind)) return {};
    return { unsubscribe: `${this.parts.publicUrl}/avvisi/${this.parts.links.unsubscribing({ person, kind })}` };
  }
}

function commonFacts(seen: ExchangeSeen, language: 'it' | 'en'): MailFacts {
  const { row, bank, hub, side, movedMinutes, otherName, balanceMinutes } = seen;
  return {
    bank: bank.name,
    ...deskFacts(hub, language),
    other: otherName ?? somebody[language],
    side,
    minutes: String(movedMinutes),
    day: row.serviceDate,
    balance: String(balanceMinutes),
    ...(row.category === undefined ? {} : { category: row.category }),
  };
}

function placeIn({ bank = '', exchange = '', account = '' }: MailFacts, person: PersonId): ExchangePlace {
  return {
    bank: asId<BankId>(bank),
    exchange: asId<ExchangeId>(exchange),
    account: asId<AccountId>(account),
    person,
  };
}

function saidWhenPut({ how, last }: MailFacts): MailFacts {
  return { ...(how === undefined ? {} : { how }), ...(last === undefined ? {} : { last }) };
}
