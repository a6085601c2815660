import type { Actor, ExchangeId, Instant, PersonActor } from '#kernel';
import type { AnswerExchange, ExchangeCommand, ImportExchanges, LogExchange } from '../exchange.commands.js';
import type { Side } from '../exchange.events.js';
import type { BookModel, Claim } from './book-model.js';
import { Refused, dayOf, paperNumber, personIn, refuse } from './known-facts.js';
import type { KnownPowers } from './known-powers.js';
import { TermsModel, isParty, moved } from './terms-model.js';
import { told } from './told.js';

type OfExchange = Exclude<ExchangeCommand, ImportExchanges>;
type OfClaim = Extract<OfExchange, { name: `${'Answer' | 'Confirm' | 'Decline' | 'Withdraw'}Exchange` }>;

const other = (side: Side) => (side === 'provider' ? 'receiver' : 'provider');

/** An exchange from its first word to the last: who may say what, and who has to answer. */
export class ExchangeModel {
  constructor(
    private readonly known: KnownPowers,
    private readonly book: BookModel,
    private readonly terms = new TermsModel(known),
  ) {}

  /** A new exchange goes by the id given. */
  answer(command: OfExchange, actor: Actor, at: Instant, exchange: ExchangeId): string {
    if (command.name === 'LogExchange') return this.log(command, personIn(actor), at, exchange);
    if (command.name === 'ExpireExchange') return this.expire(command.input.exchange, actor, at);
    return this.reply(command, personIn(actor), at);
  }

  private log({ input, texts }: LogExchange, speaker: PersonActor, at: Instant, exchange: ExchangeId): string {
    const { sheet, travelMinutes, onBehalfOf = speaker.for, ...said } = input;
    this.terms.requireAccounts(input);
    const { voice, by } = this.terms.voice(speaker, input, dayOf(at));
    this.terms.requireTerms(input, voice);
    this.terms.requireStanding(input, dayOf(at));
    const note = texts?.['note'];
    const facts = {
      ...said,
      travelMinutes: travelMinutes || undefined,
      onBehalfOf,
      exchange,
      note,
      loggedBy: by.person,
    };
    if (sheet !== undefined) return this.book.post(facts, { kind: 'sheet', number: sheet }, by);
    const isEnough = voice === 'receiver' && this.known.rules.consent === 'receiver';
    if (isEnough) return this.book.post(facts, { kind: 'logged', by: by.person }, by);
    const both = this.book.open(input.provider).filter((one) => isParty(input.receiver, one.facts));
    refuse({ TOO_MANY_OPEN_CLAIMS: both.length >= 5 });
    const loggedFor = voice !== 'desk' ? voice : onBehalfOf === input.receiver ? 'receiver' : 'provider';
    const turn = voice === 'receiver' ? 'provider' : 'receiver';
    const expiresAt = this.book.wait({ facts, loggedFor, proposedBy: by.person, turn }, at);
    return told('ExchangeLogged', { facts, by: loggedFor, turn, expiresAt }, by);
  }

  private reply(command: OfClaim, speaker: PersonActor, at: Instant): string {
    const claim = this.book.claims.get(command.input.exchange);
    if (!claim) throw new Refused('NOT_FOUND');
    const { facts, turn, revision: follows } = claim;
    const { voice, by } = this.terms.voice(speaker, facts, dayOf(at));
    if (!turn) throw new Refused('EXCHANGE_NOT_OPEN');
    if (command.name === 'WithdrawExchange') {
      refuse({ NOT_WHO_LOGGED: voice !== claim.loggedFor && by.person !== facts.loggedBy });
      this.book.close(facts);
      return told('ExchangeWithdrawn', { facts, follows }, by);
    }
    const sheet = command.name === 'ConfirmExchange' ? command.input.sheet : undefined;
    const isPaper = command.name === 'ConfirmExchange' && voice === 'desk';
    refuse({
      DESK_ONLY: !isPaper && sheet !== undefined,
      NOT_YOUR_TURN: !isPaper && voice !== turn,
      PAPER_REQUIRED: isPaper && sheet === undefined,
      PAPER_NUMBER_INVALID: isPaper && !paperNumber.test(sheet ?? ''),
      OWN_CLAIM: [claim.proposedBy, this.known.personOf(facts[other(turn)])].includes(by.person),
    });
    if (command.name === 'AnswerExchange') return this.propose({ ...claim, turn }, command, by, at);
    if (command.name === 'DeclineExchange') {
      const reason = command.texts?.['reason'];
      refuse({ REASON_REQUIRED: !reason?.trim() });
      this.book.close(facts);
      return told('ExchangeDeclined', { facts, follows, reason }, by);
    }
    this.terms.requireStanding(facts, dayOf(at));
    const consent =
      sheet === undefined ? { kind: 'confirmed' as const, by: by.person } : { kind: 'sheet' as const, number: sheet };
    return this.book.post(facts, consent, by, follows);
  }

  /** Other minutes; travel left out stays as it was. */
  private propose(
    claim: Claim & { turn: Side },
    { input, texts }: AnswerExchange,
    by: PersonActor,
    at: Instant,
  ): string {
    const travelMinutes = (input.travelMinutes ?? claim.facts.travelMinutes) || undefined;
    const facts = { ...claim.facts, minutes: input.minutes, travelMinutes };
    this.terms.requireMinutes(facts);
    refuse({ NOTHING_TO_CHANGE: facts.minutes === claim.facts.minutes && moved(facts) === moved(claim.facts) });
    const turn = other(claim.turn);
    const expiresAt = this.book.wait({ ...claim, facts, proposedBy: by.person, turn }, at);
    const data = { facts, follows: claim.revision, by: claim.turn, turn, expiresAt, answer: texts?.['answer'] };
    return told('ExchangeAnswered', data, by);
  }

  private expire(exchange: ExchangeId, actor: Actor, at: Instant): string {
    refuse({ FORBIDDEN: !('system' in actor) || actor.system !== 'deadlines' });
    const claim = this.book.claims.get(exchange);
    if (!claim?.turn || !claim.expiresAt) throw new Refused('NOT_FOUND');
    const { facts, expiresAt, revision: follows } = claim;
    refuse({ NOTHING_TO_CHANGE: at < expiresAt });
    this.book.close(facts);
    return told('ExchangeExpired', { facts, follows, expiresAt }, actor);
  }
}
