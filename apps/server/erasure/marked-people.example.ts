import { minutes, streamOf, type AccountId, type BankId, type Command, type PersonId, type Submission } from '#kernel';
import { ConfirmExchangeCommand, LogExchangeCommand, SetLimitsCommand } from '#ledger';
import { AdmitPersonCommand } from '#membership';
import { accepted, ada, bankReady, commands, context, correlation, day } from '../setting-up.example.js';
import { mark } from './marked-names.example.js';

export interface Marked {
  readonly person: PersonId;
  readonly account: AccountId;
}

/** Ten people of marked names and addresses, who gave each other an hour in turn; a marked word on each exchange and limit. */
export async function tenMarkedPeople(): Promise<{ readonly bank: BankId; readonly marked: readonly Marked[] }> {
  const { bank, hub } = await bankReady();
  const inBank = inJournalOf(bank);
  const people: Marked[] = [];
  for (let n = 0; n < 10; n += 1) {
    const newcomer = {
      displayName: `${mark} Nome${String(n)}`,
      email: `${mark}${String(n)}@example.org`,
      language: 'it' as const,
    };
    const admission = { bank, who: { newcomer }, hub, since: day('2026-01-01'), channel: true };
    const verdict = await commands.execute(
      new AdmitPersonCommand(admission, { person: ada }, `admitting-${String(n)}`, correlation),
    );
    const event = accepted(verdict);
    if (event.type !== 'MemberAdmitted') throw new Error(event.type);
    people.push(event.data);
  }
  for (const [n, giver] of people.entries()) {
    const getter = people[(n + 1) % people.length];
    if (getter) await anHour(inBank, giver, getter, hub, `exchange-${String(n)}`);
    const limit = { account: giver.account, floor: { kind: 'soft', minutes: minutes(-600) } } as const;
    const command = { name: 'SetLimits', input: limit, texts: { reason: `${mark} motivo` } } as const;
    accepted(await commands.execute(new SetLimitsCommand(inBank(command, ada, `limit-${String(n)}`))));
  }
  const last = await context.parts.store.head();
  await context.parts.readModels.waitFor(last);
  return { bank, marked: people };
}

async function anHour(
  inBank: ReturnType<typeof inJournalOf>,
  giver: Marked,
  getter: Marked,
  hub: string,
  key: string,
): Promise<void> {
  const input = {
    provider: giver.account,
    receiver: getter.account,
    minutes: minutes(60),
    serviceDate: day('2026-02-01'),
    hub: hub as never,
  };
  const log = { name: 'LogExchange', input, texts: { note: `${mark} nota` } } as const;
  const event = accepted(await commands.execute(new LogExchangeCommand(inBank(log, giver.person, key))));
  if (event.type !== 'ExchangeLogged') throw new Error(event.type);
  const confirm = { name: 'ConfirmExchange', input: { exchange: event.data.facts.exchange } } as const;
  accepted(await commands.execute(new ConfirmExchangeCommand(inBank(confirm, getter.person, `${key}-yes`))));
}

/** Makes a command in the bank's journal by one of its people. */
export function inJournalOf(
  bank: BankId,
): <C extends Command>(command: C, person: PersonId, key: string) => Submission<C> {
  return (command, person, key) => ({
    stream: streamOf('journal', bank),
    command,
    actor: { person },
    key,
    correlation,
  });
}
