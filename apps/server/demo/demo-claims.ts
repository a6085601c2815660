import { asLocalDate, minutes, streamOf, type AccountId, type ExchangeId, type PersonId } from '#kernel';
import {
  AnswerExchangeCommand,
  DeclineExchangeCommand,
  GiveMandateCommand,
  GrantRoleCommand,
  LogExchangeCommand,
  WithdrawExchangeCommand,
  type JournalCommand,
} from '#ledger';
import { accepted } from './accepted.js';
import type { OpenedDemo } from './demo-opening.js';
import { demoCast, membersByNumber } from './demo-people.js';
import type { DemoPorts } from './demo-ports.js';

interface Someone {
  readonly account: AccountId;
  readonly person: PersonId;
}

/** The day after the last exchange of the history; the past, whenever the demonstration is loaded. */
const firstDay = asLocalDate('2026-11-01');
const serviceDate = asLocalDate('2026-10-31');

/** Roles, one delegate, and claims in every state for the tour. Every key is fixed: a second time changes nothing. */
export async function playDemo(ports: DemoPorts, demo: OpenedDemo, correlation: string): Promise<void> {
  const { commands } = ports;
  const { bank, administrator, hubs } = demo;
  const cast = demoCast();
  const byNumber = await membersByNumber(ports, bank);
  const who = (number: number): Someone => {
    const someone = byNumber.get(number);
    if (!someone) throw new Error(`the demonstration has no member ${String(number)}`);
    return someone;
  };
  const by = <C extends JournalCommand>(person: PersonId, key: string, command: C) => ({
    stream: streamOf('journal', bank),
    command,
    actor: { person },
    key,
    correlation,
  });

  for (const { hub: handle, number } of cast.coordinators) {
    const hub = hubs.get(handle);
    const input = { person: who(number).person, role: 'coordinator' as const, from: firstDay, ...(hub && { hub }) };
    const command = { name: 'GrantRole' as const, input, texts: { reason: 'Assemblea di ottobre' } };
    await accepted(
      `a role at ${handle}`,
      commands.execute(new GrantRoleCommand(by(administrator, `demo-role-${handle}`, command))),
    );
  }
  const auditing = { person: who(cast.auditor).person, role: 'auditor' as const, from: firstDay };
  const audit = { name: 'GrantRole' as const, input: auditing, texts: { reason: 'Assemblea di ottobre' } };
  await accepted('the auditor', commands.execute(new GrantRoleCommand(by(administrator, 'demo-role-auditor', audit))));
  const frail = who(cast.frail);
  const mandate = {
    account: frail.account,
    person: who(cast.delegate).person,
    kind: 'delegate' as const,
    from: firstDay,
  };
  await accepted(
    'the delegate',
    commands.execute(new GiveMandateCommand(by(frail.person, 'demo-mandate', { name: 'GiveMandate', input: mandate }))),
  );

  const hub = [...hubs.values()][0];
  if (!hub) throw new Error('the demonstration has no hub');
  const log = async (
    key: string,
    one: { readonly gives: Someone; readonly gets: Someone; readonly by: Someone; readonly hours: number },
  ) => {
    const input = {
      provider: one.gives.account,
      receiver: one.gets.account,
      minutes: minutes(one.hours * 60),
      serviceDate,
      hub,
      category: 'cucina',
    };
    const command = { name: 'LogExchange' as const, input, texts: { note: 'Pranzo di quartiere' } };
    const [logged] = await accepted(key, commands.execute(new LogExchangeCommand(by(one.by.person, key, command))));
    if (logged?.event.type !== 'ExchangeLogged') throw new Error('a claim of the demonstration did not wait');
    return logged.event.data.facts.exchange;
  };
  const [first, second, third, fourth] = cast.members.map(who);
  if (!first || !second || !third || !fourth) throw new Error('the demonstration has too few members');

  await log('demo-claim-to-confirm', { gives: second, gets: first, by: second, hours: 2 });
  await log('demo-claim-by-receiver', { gives: first, gets: third, by: third, hours: 1 });
  await log('demo-claim-for-delegate', { gives: second, gets: frail, by: second, hours: 1.5 });
  const answered: ExchangeId = await log('demo-claim-answered', { gives: third, gets: second, by: third, hours: 4 });
  const answer = { name: 'AnswerExchange' as const, input: { exchange: answered, minutes: minutes(180) } };
  await accepted('an answer', commands.execute(new AnswerExchangeCommand(by(second.person, 'demo-answer', answer))));
  const declined = await log('demo-claim-declined', { gives: fourth, gets: first, by: fourth, hours: 1 });
  const decline = {
    name: 'DeclineExchange' as const,
    input: { exchange: declined },
    texts: { reason: 'Era la settimana prima' },
  };
  await accepted('a refusal', commands.execute(new DeclineExchangeCommand(by(first.person, 'demo-decline', decline))));
  const withdrawn = await log('demo-claim-withdrawn', { gives: first, gets: fourth, by: first, hours: 1 });
  const withdraw = { name: 'WithdrawExchange' as const, input: { exchange: withdrawn } };
  await accepted(
    'a withdrawal',
    commands.execute(new WithdrawExchangeCommand(by(first.person, 'demo-withdraw', withdraw))),
  );
}
