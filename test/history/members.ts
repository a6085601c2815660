import { setTimeout as pause } from 'node:timers/promises';
import { idInBank, opaqueId } from '#api';
import { asLocalDate, minutes, streamOf, type ExchangeId, type StreamId, type Submission } from '#kernel';
import type { JournalCommand } from '#ledger';
import type { Town, TownMember } from '../../bench/town.js';
import { newKey, type Answer, type Asking } from '../holding/asking.js';
import type { Chance } from '../holding/seed.js';

/** One sending of a question and its answer, on the clock of the one who asked. */
export interface Sending {
  readonly submission: Submission<JournalCommand>;
  readonly firstSentAt: number;
  readonly sentAt: number;
  readonly answeredAt: number;
  /** Opaque id of the exchange, or the code of a refusal. */
  readonly answer: { readonly exchange: string; readonly state: string } | { readonly code: string };
}

/** What a member was shown of the own balance, who asked for at least what an exchange had brought. */
export interface Reading {
  readonly member: TownMember;
  readonly atLeast: ExchangeId;
  readonly sentAt: number;
  readonly answeredAt: number;
  readonly balanceMinutes: number;
}

interface Payload {
  readonly exchange: { readonly id: string; readonly state: string } | null;
  readonly userErrors: readonly { readonly code: string }[];
  readonly position: string | null;
}

interface Claim {
  readonly id: ExchangeId;
  readonly other: TownMember;
}

const patienceMs = 800;
const againMs = 40;
const day = '2025-03-03';
const selected = '{ exchange { id state } userErrors { code } position }';
const logDocument = `mutation Log($input: LogExchangeInput!) { done: logExchange(input: $input) ${selected} }`;
const confirmDocument = `mutation Confirm($input: ConfirmExchangeInput!) { done: confirmExchange(input: $input) ${selected} }`;
const balanceDocument = `query Balance($account: ID!, $minPosition: String) {
  viewer(minPosition: $minPosition) { account(id: $account) { balanceMinutes } }
}`;

/** Members who log, confirm and look, and write down what they were told and when; no answer, and they send the same again. */
export class Members {
  readonly sendings: Sending[] = [];
  readonly readings: Reading[] = [];
  /** Sent, and never answered. */
  unanswered = 0;
  private readonly claims: Claim[] = [];
  private over = false;
  private readonly stream: StreamId;

  constructor(
    private readonly asked: readonly Asking[],
    private readonly town: Town,
    private readonly luck: Chance,
  ) {
    this.stream = streamOf('journal', town.bank);
  }

  async run(workers: number): Promise<void> {
    await Promise.all(Array.from({ length: workers }, () => this.work()));
  }

  /** Nobody begins anything new. */
  end(): void {
    this.over = true;
  }

  private async work(): Promise<void> {
    while (!this.over) {
      const claim = this.luck.between(1, 3) === 1 ? this.claims.shift() : undefined;
      await (claim ? this.confirm(claim) : this.log());
    }
  }

  /** A receiver's word posts here; a provider's waits for the receiver. */
  private async log(): Promise<void> {
    const { town, luck } = this;
    const provider = luck.oneOf(town.members);
    const receiver = luck.oneOf(town.members.filter((member) => member !== provider));
    const actor = luck.between(1, 3) === 1 ? provider : receiver;
    const given = minutes(15 * luck.between(1, 4));
    const input = {
      provider: provider.account,
      receiver: receiver.account,
      minutes: given,
      serviceDate: asLocalDate(day),
      hub: town.hub,
    };
    const variables = {
      provider: opaqueId('account', town.bank, provider.account),
      receiver: opaqueId('account', town.bank, receiver.account),
      hub: opaqueId('hub', town.hub),
      minutes: given,
      serviceDate: day,
    };
    const done = await this.settle(actor, { name: 'LogExchange', input }, logDocument, variables);
    if (!done) return;
    if (done.state === 'POSTED') await this.look(actor, done);
    else this.claims.push({ id: done.id, other: receiver });
  }

  private async confirm({ id, other }: Claim): Promise<void> {
    const variables = { exchange: opaqueId('exchange', this.town.bank, id) };
    const done = await this.settle(
      other,
      { name: 'ConfirmExchange', input: { exchange: id } },
      confirmDocument,
      variables,
    );
    if (done) await this.look(other, done);
  }

  private async settle(
    actor: TownMember,
    command: JournalCommand,
    document: string,
    variables: object,
  ): Promise<Settled | undefined> {
    const key = newKey();
    const submission = { stream: this.stream, command, actor: { person: actor.person }, key, correlation: key };
    const firstSentAt = performance.now();
    for (;;) {
      const sentAt = performance.now();
      const asked = this.luck
        .oneOf(this.asked)
        .ask(actor.person, document, { input: { ...variables, idempotencyKey: key } });
      const payload = payloadOf(await patiently(asked));
      const [refused] = payload?.userErrors ?? [];
      const seen = { submission, firstSentAt, sentAt, answeredAt: performance.now() };
      if (payload?.exchange && payload.position !== null) {
        const { id, state } = payload.exchange;
        this.sendings.push({ ...seen, answer: { exchange: id, state } });
        return { id: idInBank<ExchangeId>('exchange', id).id, state, position: payload.position };
      }
      if (refused && refused.code !== 'TRY_AGAIN') {
        this.sendings.push({ ...seen, answer: { code: refused.code } });
        return undefined;
      }
      this.unanswered += 1;
      await pause(againMs);
    }
  }

  /** The asker's own balance, with what was just answered in it. No answer is no harm. */
  private async look(member: TownMember, { id, position }: Settled): Promise<void> {
    const sentAt = performance.now();
    const variables = { account: opaqueId('account', this.town.bank, member.account), minPosition: position };
    const answer = await patiently(this.luck.oneOf(this.asked).ask(member.person, balanceDocument, variables));
    if (answer?.status !== 200 || answer.body.includes('"errors"')) return;
    const { data } = JSON.parse(answer.body) as { data: { viewer: { account: { balanceMinutes: number } } } };
    const { balanceMinutes } = data.viewer.account;
    this.readings.push({ member, atLeast: id, sentAt, answeredAt: performance.now(), balanceMinutes });
  }
}

interface Settled {
  readonly id: ExchangeId;
  readonly state: string;
  readonly position: string;
}

/** undefined where nobody answered in time; the question may arrive all the same. */
async function patiently(asked: Promise<Answer>): Promise<Answer | undefined> {
  const over = new AbortController();
  const late = pause(patienceMs, undefined, { signal: over.signal }).catch(() => undefined);
  const answer = asked.catch(() => undefined);
  return Promise.race([answer, late]).finally(() => {
    over.abort();
  });
}

/** @throws Error for an answer that is neither what was asked for nor a request to try again */
function payloadOf(answer: Answer | undefined): Payload | undefined {
  if (!answer || answer.status === 503) return undefined;
  if (answer.status !== 200 || answer.body.includes('"errors"'))
    throw new Error(`${String(answer.status)} ${answer.body}`);
  return (JSON.parse(answer.body) as { data: { done: Payload } }).data.done;
}
