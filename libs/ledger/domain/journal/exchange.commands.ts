import type { AccountId, Command, ExchangeId, HubId, LocalDate, Minutes } from '#kernel';

/**
 * Time was given. By a party, by a delegate (`actor.for` names the member), or at a desk by a coordinator in scope,
 * on behalf of one party. texts: note?.
 */
export type LogExchange = Command<
  'LogExchange',
  {
    readonly provider: AccountId;
    readonly receiver: AccountId;
    readonly minutes: Minutes;
    readonly travelMinutes?: Minutes;
    readonly serviceDate: LocalDate;
    readonly hub: HubId;
    readonly desk?: string;
    readonly strand?: string;
    readonly category?: string;
    readonly offer?: string;
    readonly request?: string;
    /** At a desk: the party who asked for it. */
    readonly onBehalfOf?: AccountId;
    /** At a desk: number of the sheet that both signed (`[0-9A-Za-z/.-]{1,24}` with a digit). Posts at once. */
    readonly sheet?: string;
  }
>;

/** By the side whose turn it is, its delegate, or a desk that holds paper signed by that side (`sheet`). */
export type ConfirmExchange = Command<'ConfirmExchange', { readonly exchange: ExchangeId; readonly sheet?: string }>;

/** texts: reason. */
export type DeclineExchange = Command<'DeclineExchange', { readonly exchange: ExchangeId }>;

/** Other minutes instead of a yes. texts: answer?. */
export type AnswerExchange = Command<
  'AnswerExchange',
  { readonly exchange: ExchangeId; readonly minutes: Minutes; readonly travelMinutes?: Minutes }
>;

/** By whoever logged it. */
export type WithdrawExchange = Command<'WithdrawExchange', { readonly exchange: ExchangeId }>;

/** By the system's `deadlines` only. */
export type ExpireExchange = Command<'ExpireExchange', { readonly exchange: ExchangeId }>;

/** A past exchange of another system's. */
export interface ImportedRow {
  readonly provider: AccountId;
  readonly receiver: AccountId;
  readonly minutes: Minutes;
  readonly serviceDate: LocalDate;
  readonly hub: HubId;
  readonly category?: string;
}

/** One chunk of an import, by an import of an administrator's. texts: `note.<row>`. At most 200 rows. Each row is one entry; limits only warn. */
export type ImportExchanges = Command<'ImportExchanges', { readonly rows: readonly ImportedRow[] }>;

export type ExchangeCommand =
  | LogExchange
  | ConfirmExchange
  | DeclineExchange
  | AnswerExchange
  | WithdrawExchange
  | ExpireExchange
  | ImportExchanges;
