import {
  minutes,
  type AccountId,
  type ExchangeId,
  type LocalDate,
  type Position,
  type Recorded,
  type Submission,
  type Verdict,
} from '#kernel';
import type { JournalCommand, JournalEvent } from '#ledger';
import { idOf } from '#testing';
import type { Chance } from '../holding/seed.js';
import type { Answered } from '../history/history.js';
import type { Member, SimulatedBank } from './banks.js';
import type { VirtualTime } from './virtual-time.js';

/** One key, however often it was sent. */
export interface Question {
  readonly submission: Submission<JournalCommand>;
  /** Durable before it was first sent. */
  readonly from: number;
  readonly answers: Answered[];
  /** How many sendings were never answered. */
  unanswered: number;
}

export interface Asking {
  readonly bank: SimulatedBank;
  readonly time: VirtualTime;
  readonly luck: Chance;
  /** Whom somebody reaches who asks now; undefined where nobody is there. */
  readonly process: () => Process | undefined;
  /** Last durable revision of the bank's journal, now. */
  readonly durable: () => number;
  readonly onAnswer: (answer: Answered['answer']) => void;
}

interface Process {
  submit(asked: Submission<JournalCommand>): Promise<Verdict<JournalEvent>>;
}

type Facts = Extract<JournalEvent, { data: { facts: unknown } }>['data']['facts'];
const serviceDate = '2026-02-01' as LocalDate;
const retryMs = 120;

/** Members of one bank who ask one thing after the other; whoever hears nothing sends the same again, to whom ever it reaches. */
export class People {
  readonly questions: Question[] = [];
  /** Of each accepted command: its last record, and the position from which it was said to be visible. */
  readonly visibleFrom: (readonly [revision: number, position: Position])[] = [];
  private readonly claims: Facts[] = [];

  constructor(private readonly asking: Asking) {}

  get bank(): SimulatedBank {
    return this.asking.bank;
  }

  async ask(times: number, name: string): Promise<void> {
    const { time, luck } = this.asking;
    for (let n = 0; n < times; n += 1) {
      await time.pause(luck.between(0, 250));
      await this.settle(this.next(`${name} ${String(n)}`));
    }
  }

  /** Sends until somebody says yes or no; who is impatient has the same under way twice. */
  private async settle(question: Question): Promise<void> {
    const { time, luck } = this.asking;
    for (;;) {
      const patience = luck.oneOf([20, 400, 3_000]);
      const definite = await Promise.race([this.sendOnce(question), time.pause(patience).then(() => false)]);
      if (definite) return;
      await time.pause(luck.between(0, retryMs));
    }
  }

  private async sendOnce(question: Question): Promise<boolean> {
    const { durable, onAnswer, bank } = this.asking;
    const process = this.asking.process();
    if (!process) return false;
    const from = durable();
    question.unanswered += 1;
    try {
      const verdict = await process.submit(question.submission);
      question.unanswered -= 1;
      if (!verdict.accepted && verdict.refusal.retryable) return false;
      const answered = answeredOf(question, verdict, from, durable());
      question.answers.push(answered);
      onAnswer(answered.answer);
      if (verdict.accepted) {
        this.learn(verdict.records, bank);
        this.visibleFrom.push([verdict.records.at(-1)?.revision ?? -1, verdict.position]);
      }
      return true;
    } catch {
      return false; // a fault: it may have been stored, so the same is asked again
    }
  }

  private learn(records: readonly Recorded<JournalEvent>[], { stream }: SimulatedBank): void {
    for (const { event, stream: of } of records) {
      if (of === stream && 'facts' in event.data) this.claims.push(event.data.facts);
    }
  }

  private next(key: string): Question {
    const { luck, bank } = this.asking;
    const asked = this.questions.length > 0 ? luck.oneOf(this.questions) : undefined;
    const kind = luck.between(1, 20);
    if (kind === 1 && asked) return asked;
    const { command, member } = kind < 12 || this.claims.length === 0 ? this.log() : this.answerClaim();
    const again = kind === 2 && asked && 'person' in asked.submission.actor;
    const submission: Submission<JournalCommand> = {
      stream: bank.stream,
      command,
      actor: again ? asked.submission.actor : { person: member.person },
      key: again ? asked.submission.key : key,
      correlation: key,
    };
    const question: Question = {
      submission,
      from: again ? asked.from : this.asking.durable(),
      answers: [],
      unanswered: 0,
    };
    this.questions.push(question);
    return question;
  }

  private log(): { readonly command: JournalCommand; readonly member: Member } {
    const { luck, bank } = this.asking;
    const provider = luck.oneOf(bank.members);
    const receiver = luck.oneOf(bank.members.filter((member) => member !== provider));
    const input = {
      provider: provider.account,
      receiver: receiver.account,
      minutes: minutes(15 * luck.between(1, 5)),
      serviceDate,
      hub: bank.hub,
    };
    return { command: { name: 'LogExchange', input }, member: luck.oneOf([provider, receiver, receiver]) };
  }

  private answerClaim(): { readonly command: JournalCommand; readonly member: Member } {
    const { luck } = this.asking;
    const { exchange: known, provider, receiver } = luck.oneOf(this.claims.slice(-12));
    const exchange = luck.between(1, 30) === 1 ? idOf<ExchangeId>('never logged') : known;
    const member = this.holding(luck.oneOf([provider, receiver]));
    switch (luck.between(1, 8)) {
      case 1:
        return { command: { name: 'DeclineExchange', input: { exchange }, texts: { reason: 'no' } }, member };
      case 2:
        return { command: { name: 'WithdrawExchange', input: { exchange } }, member };
      case 3: {
        const input = { exchange, minutes: minutes(15 * luck.between(1, 5)) };
        return { command: { name: 'AnswerExchange', input }, member };
      }
      default: {
        const expectedVersion = luck.between(1, 8) === 1 ? { expectedVersion: luck.between(5, 30) } : {};
        return { command: { name: 'ConfirmExchange', input: { exchange }, ...expectedVersion }, member };
      }
    }
  }

  private holding(account: AccountId): Member {
    const holder = this.asking.bank.members.find((member) => member.account === account);
    if (!holder) throw new Error(`nobody holds ${account}`);
    return holder;
  }
}

function answeredOf(
  { submission, from: first }: Question,
  verdict: Verdict<JournalEvent>,
  from: number,
  until: number,
): Answered {
  if (!verdict.accepted) return { submission, from, until, answer: { code: verdict.refusal.code } };
  const [record] = verdict.records;
  if (!record) throw new Error('accepted without a record');
  return { submission, from: first, until, answer: { revision: record.revision } };
}
