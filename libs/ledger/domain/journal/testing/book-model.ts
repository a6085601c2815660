import type { AccountId, Actor, ExchangeId, Instant, PersonActor, PersonId } from '#kernel';
import type { ExchangeCommand, ImportExchanges, LogExchange } from '../exchange.commands.js';
import type { ExchangeFacts, Side } from '../exchange.events.js';
import { Refused, dayOf, paperNumber, personIn, refuse } from './known-facts.js';
import type { KnownPowers } from './known-powers.js';
import { TermsModel, moved } from './terms-model.js';

type OfExchange = Exclude<ExchangeCommand, ImportExchanges>;
type OfClaim = Extract<OfExchange, { name: `${'Answer' | 'Confirm' | 'Decline' | 'Withdraw'}Exchange` }>;
interface Claim {
  readonly terms: ExchangeFacts;
  readonly loggedFor?: Side;
  readonly proposedBy?: PersonId;
  /** Whose answer it waits for; without it, it is closed. */
  readonly turn?: Side;
  readonly expiresAt: string;
}

const other = (side: Side) => (side === 'provider' ? 'receiver' : 'provider');

/** What is claimed, who has to answer until when, what was posted, and how every balance stands. */
export class BookModel {
  readonly posted: ExchangeFacts[] = [];
  /** The last proposal last. */
  readonly claims = new Map<ExchangeId, Claim>();

  constructor(
    private readonly known: KnownPowers,
    private readonly terms = new TermsModel(known),
  ) {}

  /** The claims that end before anything else is decided, in this order. */
  due(at: Instant): readonly ExchangeId[] {
    const over = [...this.claims.values()].filter(({ turn, expiresAt }) => turn && expiresAt <= at);
    over.sort((one, next) => Date.parse(one.expiresAt) - Date.parse(next.expiresAt));
    return over.map(({ terms }) => terms.exchange);
  }

  /** Those of an account's that wait for an answer. */
  open(account: AccountId): readonly Claim[] {
    return [...this.claims.values()].filter(({ turn, terms }) => turn && isParty(account, terms));
  }

  /** A new exchange goes by the id given. */
  answer(command: OfExchange, actor: Actor, at: Instant, exchange: ExchangeId): string {
    if (command.name === 'LogExchange') return this.log({ ...command.input, exchange }, personIn(actor), at);
    if (command.name === 'ExpireExchange') return this.expire(command.input.exchange, actor, at);
    return this.reply(command, personIn(actor), at);
  }

  balance(account: AccountId): number {
    const signs = (terms: ExchangeFacts) => Number(terms.provider === account) - Number(terms.receiver === account);
    return this.posted.reduce((sum, terms) => sum + signs(terms) * moved(terms), 0);
  }

  /** What the debtor's own proposals keep free, but for one. */
  reserved(account: AccountId, but?: ExchangeId): number {
    const kept = [...this.claims.values()].filter(({ turn, terms }) => turn === 'provider' && terms.exchange !== but);
    return kept.reduce((sum, { terms }) => sum + (terms.receiver === account ? moved(terms) : 0), 0);
  }

  private log(input: LogExchange['input'] & { exchange: ExchangeId }, speaker: PersonActor, at: Instant): string {
    const { provider, receiver, onBehalfOf, sheet } = input;
    const terms = { ...input, loggedBy: speaker.person };
    this.terms.requireAccounts(terms);
    const voice = this.terms.voice(speaker, terms, dayOf(at));
    this.terms.requireTerms(terms, voice);
    this.terms.requireStanding(terms, dayOf(at));
    const loggedFor = voice !== 'desk' ? voice : onBehalfOf === receiver ? 'receiver' : 'provider';
    const claim = { terms, loggedFor, proposedBy: speaker.person, expiresAt: at } as const;
    if (sheet !== undefined) return this.post(claim, 'sheet');
    if (voice === 'receiver' && this.known.rules.consent === 'receiver') return this.post(claim, 'logged');
    const both = this.open(provider).filter((one) => isParty(receiver, one.terms));
    refuse({ TOO_MANY_OPEN_CLAIMS: both.length >= 5 });
    return this.wait({ ...claim, turn: voice === 'receiver' ? 'provider' : 'receiver' }, at, `Logged ${loggedFor}`);
  }

  private reply(command: OfClaim, speaker: PersonActor, at: Instant): string {
    const claim = this.claims.get(command.input.exchange);
    if (!claim) throw new Refused('NOT_FOUND');
    const { terms, turn } = claim;
    const voice = this.terms.voice(speaker, terms, dayOf(at));
    if (!turn) throw new Refused('EXCHANGE_NOT_OPEN');
    if (command.name === 'WithdrawExchange') {
      refuse({ NOT_WHO_LOGGED: voice !== claim.loggedFor && speaker.person !== terms.loggedBy });
      return this.close(claim, 'Withdrawn');
    }
    const sheet = command.name === 'ConfirmExchange' ? command.input.sheet : undefined;
    const isPaper = command.name === 'ConfirmExchange' && voice === 'desk';
    refuse({
      DESK_ONLY: !isPaper && sheet !== undefined,
      NOT_YOUR_TURN: !isPaper && voice !== turn,
      PAPER_REQUIRED: isPaper && sheet === undefined,
      PAPER_NUMBER_INVALID: isPaper && !paperNumber.test(sheet ?? ''),
      OWN_CLAIM: [claim.proposedBy, this.known.personOf(terms[other(turn)])].includes(speaker.person),
    });
    if (command.name === 'DeclineExchange') {
      refuse({ REASON_REQUIRED: !command.texts?.['reason']?.trim() });
      return this.close(claim, 'Declined');
    }
    if (command.name === 'ConfirmExchange') {
      this.terms.requireStanding(terms, dayOf(at));
      return this.post(claim, isPaper ? 'sheet' : 'confirmed');
    }
    const asked = { ...terms, ...command.input };
    this.terms.requireMinutes(asked);
    refuse({ NOTHING_TO_CHANGE: asked.minutes === terms.minutes && moved(asked) === moved(terms) });
    return this.wait({ ...claim, terms: asked, proposedBy: speaker.person, turn: other(turn) }, at, `Answered ${turn}`);
  }

  private expire(exchange: ExchangeId, actor: Actor, at: Instant): string {
    refuse({ FORBIDDEN: !('system' in actor) || actor.system !== 'deadlines' });
    const claim = this.claims.get(exchange);
    if (!claim?.turn) throw new Refused('NOT_FOUND');
    refuse({ NOTHING_TO_CHANGE: at < claim.expiresAt });
    return this.close(claim, 'Expired');
  }

  private wait(claim: Claim, at: Instant, what: string): string {
    const { terms, turn } = claim;
    refuse({ FLOOR_REACHED: turn === 'provider' && this.isBelowFloor(terms) });
    const expiresAt = new Date(Date.parse(at) + this.known.rules.claimDays * 86_400_000).toISOString();
    this.claims.delete(terms.exchange);
    this.claims.set(terms.exchange, { ...claim, expiresAt });
    return `Exchange${what}, ${String(moved(terms))} minutes wait for the ${String(turn)} until ${expiresAt}`;
  }

  post(claim: Claim, consent: string): string {
    const { provider, receiver } = claim.terms;
    const isAbove = this.balance(provider) + moved(claim.terms) > this.known.limit(provider, 'ceiling', Infinity);
    if (consent !== 'import') refuse({ FLOOR_REACHED: this.isBelowFloor(claim.terms), CEILING_REACHED: isAbove });
    this.posted.push(claim.terms);
    const legs = [provider, receiver].map((account) => `${account} ${String(this.balance(account))}`);
    return this.close(claim, `Posted ${consent}, entry ${String(this.posted.length)}: ${legs.join(', ')}`);
  }

  private close({ terms, expiresAt }: Claim, what: string): string {
    this.claims.set(terms.exchange, { terms, expiresAt });
    return `Exchange${what}`;
  }

  private isBelowFloor(terms: ExchangeFacts): boolean {
    const free = this.balance(terms.receiver) - this.reserved(terms.receiver, terms.exchange);
    return free - moved(terms) < this.known.limit(terms.receiver, 'floor', -Infinity);
  }
}

function isParty(account: AccountId, { provider, receiver }: ExchangeFacts): boolean {
  return account === provider || account === receiver;
}
