import { randomUUID } from 'node:crypto';
import { opaqueId } from '#api';
import type { PersonId } from '#kernel';
import type { Town, TownMember } from '../../bench/town.js';
import type { World } from './world.js';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** An hour, or a part of it, that a receiver logs: in these towns the receiver's consent posts it. */
export interface Logging {
  readonly town: Town;
  readonly key: string;
  readonly provider: TownMember;
  readonly receiver: TownMember;
  readonly minutes: number;
  readonly note?: string;
}

export interface Logged {
  readonly exchange: { readonly id: string; readonly state: string } | null;
  readonly userErrors: readonly { readonly code: string }[];
  readonly position: string | null;
}

export interface Trial {
  readonly sumMinutes: number;
  readonly accounts: number;
  readonly entries: number;
  readonly whole: boolean;
}

/** The server is away or says that it cannot record at the moment: the same may be asked again. */
export class Away extends Error {
  override readonly name = 'Away';
}

const logDocument = `mutation Log($input: LogExchangeInput!) {
  logExchange(input: $input) { exchange { id state } userErrors { code } position }
}`;
const balanceDocument = `query Balance($account: ID!, $minPosition: String) {
  viewer(minPosition: $minPosition) { account(id: $account) { balanceMinutes } }
}`;
const trialDocument = `query Trial($bank: ID!, $minPosition: String) {
  viewer(minPosition: $minPosition) { trialBalance(bank: $bank) { sumMinutes accounts entries whole } }
}`;

export const newKey = (): string => randomUUID();

/** What people of a world ask one of its servers. */
export class Asking {
  constructor(
    private readonly world: Pick<World, 'tokens'>,
    readonly url: string,
  ) {}

  /** The answer as it came. @throws TypeError when none came */
  async ask(person: PersonId, query: string, variables: object): Promise<Answer> {
    const answer = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.world.tokens[person] ?? ''}` },
      body: JSON.stringify({ query, variables }),
    });
    return { status: answer.status, body: await answer.text() };
  }

  logAsItComes({ town, key, provider, receiver, minutes, note }: Logging): Promise<Answer> {
    const input = {
      idempotencyKey: key,
      provider: opaqueId('account', town.bank, provider.account),
      receiver: opaqueId('account', town.bank, receiver.account),
      hub: opaqueId('hub', town.hub),
      minutes,
      note,
      serviceDate: '2025-03-03',
    };
    return this.ask(receiver.person, logDocument, { input });
  }

  /** @throws Away */
  async log(logging: Logging): Promise<Logged> {
    return dataOf<{ logExchange: Logged }>(await this.logAsItComes(logging).catch(away)).logExchange;
  }

  /** As the member sees it. @throws Away */
  async balance(town: Town, { person, account }: TownMember, minPosition: string | undefined): Promise<number> {
    const variables = { account: opaqueId('account', town.bank, account), minPosition };
    const answer = await this.ask(person, balanceDocument, variables).catch(away);
    return dataOf<{ viewer: { account: { balanceMinutes: number } } }>(answer).viewer.account.balanceMinutes;
  }

  /** As the bank's administrator sees it. @throws Away */
  async trial({ bank, administrator }: Town, minPosition?: string): Promise<Trial> {
    const variables = { bank: opaqueId('bank', bank), minPosition };
    const answer = await this.ask(administrator, trialDocument, variables).catch(away);
    return dataOf<{ viewer: { trialBalance: Trial } }>(answer).viewer.trialBalance;
  }
}

function away(cause: unknown): never {
  throw new Away('no answer came', { cause });
}

/** @throws Away where the server asks to try again; Error for every other answer that is not what was asked for */
function dataOf<Data>({ status, body }: Answer): Data {
  if (status === 503) throw new Away(body);
  if (status !== 200 || body.includes('"errors"')) throw new Error(`${String(status)} ${body}`);
  return (JSON.parse(body) as { data: Data }).data;
}
