import { minutes, type ExchangeId, type Refusal } from '#kernel';
import { idOf, type Asked } from '#testing';
import * as bankErrors from './bank.errors.js';
import * as exchangeErrors from './exchange.errors.js';
import type { JournalCommand } from './journal.commands.js';
import { journalErrorCodes, type JournalErrorCode } from './journal.errors.js';
import * as memberErrors from './member.errors.js';
import { answer, confirm, decline, log, withdraw } from './testing/asked.js';
import { bankOf, given, type Past } from './testing/given.js';
import { admitted, day, erased, facts, hard, logged, mandateGiven, none, rules, suspended } from './testing/past.js';
import { ada, by, byFor, carla, dina, grantIdOf, hub, lucia, otherHub, someone } from './testing/people.js';
import { admit, erase, give, grant, importing, limit, open, readmit, revoke, row, serve } from './testing/keeping.js';

const classes = Object.entries({ ...bankErrors, ...memberErrors, ...exchangeErrors });
const codeOf = (kind: unknown) => (Reflect.construct(kind as new () => Refusal, [{}]) as Refusal).code;

test.each(classes)('%s has the code of its name', (name, kind) => {
  expect(codeOf(kind)).toBe(name.replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toUpperCase());
});

test('each class is in the list of codes, once', () => {
  expect(classes.map(([, kind]) => codeOf(kind)).sort()).toEqual([...journalErrorCodes].sort());
});

const bank = bankOf();
const floored = bankOf({ limits: { floor: hard(0), ceiling: none } });
const capped = bankOf({ limits: { floor: none, ceiling: hard(0) } });
const claimed = [...bank, logged()];
const twin = { ...someone('Carla again'), person: carla.person };
const five = Array.from({ length: 5 }, (_, n) => logged({ exchange: idOf<ExchangeId>(`claim ${String(n)}`) }));

/** No command meets it: it is said of what other streams record, in authorise.spec.ts. */
type Decided = Exclude<JournalErrorCode, 'HOLDS_A_ROLE'>;

/** One way to every refusal of the journal's own. A new code does not compile until it has one. */
const ways: Readonly<Record<Decided, readonly [past: Past, asked: Asked<JournalCommand>]>> = {
  BANK_ALREADY_OPEN: [bank, open()],
  HANDLE_INVALID: [[], open({ handle: 'B' })],
  NAME_INVALID: [[], open({ name: '' })],
  BANK_RULE_INVALID: [[], open({ rules: { ...rules, claimDays: 0 } })],
  ADMINISTRATOR_REQUIRED: [[], open({ administrators: [] })],
  HUB_NOT_SERVED: [bank, log(by(carla), { hub: otherHub })],
  HUB_ALREADY_SERVED: [bank, serve(hub, by(ada))],
  REASON_REQUIRED: [claimed, decline(by(lucia))],
  ALREADY_A_MEMBER: [bank, admit(by(dina), { person: carla.person })],
  MEMBERSHIP_IN_FUTURE: [bank, admit(by(dina), { since: day('2026-03-11') })],
  OWN_ACCOUNT: [[...bank, admitted(dina)], limit(by(dina), dina, {}, 'why')],
  LIMIT_INVALID: [bank, limit(by(dina), carla, { floor: hard(1) }, 'why')],
  MANDATE_TO_ONESELF: [bank, give(by(carla), { person: carla.person })],
  DATES_IN_WRONG_ORDER: [[...bank, suspended(carla, '2026-03-11')], readmit(by(dina), carla)],
  ALREADY_OVER: [bank, give(by(carla), { from: day('2026-03-09'), until: day('2026-03-09') })],
  ROLE_NEEDS_HUB: [bank, grant(by(ada), { role: 'coordinator' }, 'why')],
  ROLE_HAS_NO_HUB: [bank, grant(by(ada), { hub }, 'why')],
  LAST_ADMINISTRATOR: [bank, revoke(by(ada), grantIdOf(ada, 'administrator'), 'why')],
  MEMBER_STILL_BOUND: [claimed, erase(by(carla))],
  ERASURE_GROUND_INVALID: [bank, erase(by(carla), carla, { ground: 'order' })],
  SELF_EXCHANGE: [[...bank, admitted(twin)], log(by(carla), { receiver: twin.account })],
  MINUTES_NOT_POSITIVE: [bank, log(by(carla), { minutes: minutes(0) })],
  MINUTES_NOT_IN_STEPS: [bank, log(by(carla), { minutes: minutes(16) })],
  MINUTES_ABOVE_MAX: [bank, log(by(carla), { minutes: minutes(1455) })],
  UNKNOWN_CATEGORY: [bank, log(by(carla), { category: 'flying' })],
  UNKNOWN_STRAND: [bank, log(by(carla), { strand: 'flying' })],
  CODE_INVALID: [bank, log(by(carla), { desk: 'On Tuesdays' })],
  DESK_ONLY: [bank, log(by(carla), { sheet: '7' })],
  DESK_IS_PARTY: [[...claimed, mandateGiven(dina, lucia)], confirm(by(dina), '7')],
  NOT_A_PARTY: [bank, log(by(dina), { onBehalfOf: dina.account })],
  PAPER_NUMBER_INVALID: [bank, log(by(dina), { sheet: 'seven' })],
  PAPER_REQUIRED: [claimed, confirm(by(dina))],
  SERVICE_DATE_IN_FUTURE: [bank, log(by(carla), { serviceDate: day('2026-03-11') })],
  BEFORE_MEMBERSHIP: [bank, log(by(carla), { serviceDate: day('2024-12-31') })],
  MEMBER_SUSPENDED: [[...bank, suspended(lucia, '2026-03-01')], log(by(carla))],
  MEMBER_GONE: [[...bank, erased(lucia)], log(by(carla))],
  TOO_MANY_OPEN_CLAIMS: [[...bank, ...five], log(by(carla))],
  FLOOR_REACHED: [floored, log(by(lucia))],
  CEILING_REACHED: [[...capped, logged()], confirm(by(lucia))],
  EXCHANGE_NOT_OPEN: [[...claimed, { type: 'ExchangeWithdrawn', data: { facts, follows: 6 } }], confirm(by(lucia))],
  NOT_YOUR_TURN: [claimed, answer(by(carla), 60)],
  OWN_CLAIM: [[...claimed, mandateGiven(carla, lucia)], confirm(byFor(carla, lucia))],
  NOT_WHO_LOGGED: [claimed, withdraw(by(lucia))],
  TOO_MANY_ROWS: [bank, importing(Array.from({ length: 201 }, () => row))],
};

test.each(Object.entries(ways))('there is a way to %s', (code, [past, asked]) => {
  given(...past)
    .when(asked)
    .verdict(code);
});
