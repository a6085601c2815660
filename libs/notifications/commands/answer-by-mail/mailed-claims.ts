import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CLOCK } from '#event-store';
import {
  instant,
  localDateOf,
  streamOf,
  unreachable,
  type Clock,
  type LocalDate,
  type PersonActor,
  type Recorded,
  type Refusal,
  type Submission,
} from '#kernel';
import { ConfirmExchangeCommand, DeclineExchangeCommand, MembershipQuery, type JournalEvent } from '#ledger';
import type { ConfirmLink } from '../../ports/mail-links.js';
import { ExchangeLooks, type ExchangeSeen } from '../tell-exchange/exchange-looks.js';

/** What a mail's link leads to. */
export type Confirmation =
  | { readonly status: 'waiting'; readonly seen: ExchangeSeen; readonly until: LocalDate }
  /** Just now. */
  | { readonly status: 'confirmed'; readonly seen: ExchangeSeen; readonly balanceMinutes: number }
  | { readonly status: 'just-declined'; readonly seen: ExchangeSeen }
  | { readonly status: 'refused'; readonly seen: ExchangeSeen; readonly refusal: Refusal }
  /** It ended before; `byReader`: it was the reader who did it. */
  | {
      readonly status: 'posted' | 'withdrawn';
      readonly seen: ExchangeSeen;
      readonly on: LocalDate;
      readonly byReader: boolean;
    }
  | { readonly status: 'declined' | 'expired'; readonly seen: ExchangeSeen; readonly on: LocalDate }
  /** Other minutes were proposed since. */
  | { readonly status: 'changed'; readonly seen: ExchangeSeen }
  /** Whoever has the link has nothing to do with the exchange any more. */
  | { readonly status: 'gone' };

/** One claim, confirmed or declined by who holds the link that was sent for it. The link is all the authority there is, and all it gives. */
@Injectable()
export class MailedClaims {
  constructor(
    private readonly looks: ExchangeLooks,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Changes nothing. */
  async look(link: ConfirmLink): Promise<Confirmation> {
    const seen = await this.looks.at(link);
    if (!seen) return { status: 'gone' };
    const { row, bank } = seen;
    const on = localDateOf(row.changedAt, bank.rules.timeZone);
    switch (row.state) {
      case 'logged': {
        const until = localDateOf(link.expiresAt, bank.rules.timeZone);
        if (row.revision !== link.revision) return { status: 'changed', seen };
        if (link.expiresAt <= instant(this.clock.now())) return { status: 'expired', seen, on: until };
        return { status: 'waiting', seen, until };
      }
      case 'posted':
        return {
          status: 'posted',
          seen,
          on,
          byReader: row.consent?.kind === 'confirmed' && row.consent.by === link.person,
        };
      case 'withdrawn':
        return { status: 'withdrawn', seen, on, byReader: row.loggedBy === link.person };
      case 'declined':
      case 'expired':
        return { status: row.state, seen, on };
      default:
        return unreachable(row.state);
    }
  }

  /** The same command as everybody's. Twice the same link is one confirmation. @param correlation of this request */
  async confirm(link: ConfirmLink, correlation: string): Promise<Confirmation> {
    const before = await this.look(link);
    if (before.status !== 'waiting') return before;
    const { seen } = before;
    const command = { name: 'ConfirmExchange', input: { exchange: link.exchange } } as const;
    const submission = await this.submission(link, 'mail', command, correlation);
    const verdict = await this.commands.execute(new ConfirmExchangeCommand(submission));
    return verdict.accepted
      ? { status: 'confirmed', seen, balanceMinutes: balanceIn(verdict.records, link) ?? seen.afterMinutes }
      : { status: 'refused', seen, refusal: verdict.refusal };
  }

  /** As `confirm`, with a reason that the other side reads. */
  async decline(link: ConfirmLink, reason: string, correlation: string): Promise<Confirmation> {
    const before = await this.look(link);
    if (before.status !== 'waiting') return before;
    const { seen } = before;
    const command = { name: 'DeclineExchange', input: { exchange: link.exchange }, texts: { reason } } as const;
    const submission = await this.submission(link, 'mail-no', command, correlation);
    const verdict = await this.commands.execute(new DeclineExchangeCommand(submission));
    return verdict.accepted ? { status: 'just-declined', seen } : { status: 'refused', seen, refusal: verdict.refusal };
  }

  private async submission<C extends Submission['command']>(
    link: ConfirmLink,
    answer: string,
    command: C,
    correlation: string,
  ): Promise<Submission<C & { readonly expectedVersion: number }>> {
    const { bank, exchange, revision } = link;
    return {
      stream: streamOf('journal', bank),
      command: { ...command, expectedVersion: revision },
      actor: await this.actorOf(link),
      powers: 'own',
      key: `${answer}-${String(revision)}-${exchange}`,
      correlation,
    };
  }

  private async actorOf({ person, account }: ConfirmLink): Promise<PersonActor> {
    const { personId } = await this.queries.execute(new MembershipQuery({ person, powers: 'own' }, account));
    return personId === person ? { person } : { person, for: account };
  }
}

function balanceIn(records: readonly Recorded<JournalEvent>[], { account }: ConfirmLink): number | undefined {
  return records
    .flatMap(({ event }) => ('entry' in event ? event.entry.legs : []))
    .find((leg) => leg.account === account)?.balanceAfterMinutes;
}
