import { asId, asLocalDate, minutes, type HubId } from '#kernel';
import type { ExchangeRow } from '../plain-csv/exchange-row.js';
import type { MemberRow } from '../plain-csv/member-row.js';
import type { BankFacts, MemberFacts } from './bank-facts.js';
import { ImportPlan } from './import-plan.js';
import { reportOf } from './plan-report.js';

const rho = asId<HubId>('00000000-0000-8000-8000-00000000a001');
const lainate = asId<HubId>('00000000-0000-8000-8000-00000000a002');

const member = (number: number, name: string, more: Partial<MemberFacts> = {}): MemberFacts => ({
  account: asId(`00000000-0000-8000-8000-${String(number).padStart(12, '0')}`),
  number,
  name,
  since: asLocalDate('2020-01-01'),
  suspensions: [],
  balanceMinutes: minutes(0),
  limits: {},
  ...more,
});

const bankWith = (...members: readonly MemberFacts[]): BankFacts => ({
  today: asLocalDate('2026-11-22'),
  stepMinutes: 15,
  exchangeMinutesMax: minutes(1_440),
  categories: ['cucina', 'cura-dei-bambini'],
  limits: { floorMinutes: minutes(-120), ceilingMinutes: minutes(120) },
  hubs: [
    { hub: rho, handle: 'rho', name: 'Rho' },
    { hub: lainate, handle: 'lainate', name: '#OpCafé Lainate' },
  ],
  members,
});

const planFor = (bank: BankFacts, defaultHub: HubId | undefined = rho): ImportPlan =>
  new ImportPlan({ bank, defaultHub, placeOf: (line, column) => ({ line, column }) });

const row = (more: Partial<ExchangeRow> = {}): ExchangeRow => ({
  line: 2,
  provider: 'Ada Prova',
  receiver: 'Ugo Prova',
  minutes: minutes(90),
  serviceDate: asLocalDate('2021-05-05'),
  category: '',
  note: '',
  hub: '',
  ...more,
});

const day = asLocalDate;

test('a row becomes an exchange between two of the file’s people', () => {
  const plan = planFor(bankWith());
  expect(plan.take(row({ category: 'Cura dei bambini', note: 'compiti', hub: '#opcafé lainate' }))).toEqual({
    line: 2,
    provider: 0,
    receiver: 1,
    minutes: 90,
    serviceDate: '2021-05-05',
    hub: lainate,
    category: 'cura-dei-bambini',
    note: 'compiti',
  });
});

describe('the edges of the bank’s rules', () => {
  test.each<{ name: string; asked: Partial<ExchangeRow>; code?: string; column?: string }>([
    { name: 'the largest exchange', asked: { minutes: minutes(1_440) } },
    { name: 'a minute more', asked: { minutes: minutes(1_441) }, code: 'DURATION_TOO_LONG', column: 'duration' },
    { name: 'one step', asked: { minutes: minutes(15) } },
    { name: 'a minute less than a step', asked: { minutes: minutes(14) }, code: 'DURATION_STEP', column: 'duration' },
    { name: 'a minute more than a step', asked: { minutes: minutes(16) }, code: 'DURATION_STEP', column: 'duration' },
    { name: 'today', asked: { serviceDate: day('2026-11-22') } },
    { name: 'tomorrow', asked: { serviceDate: day('2026-11-23') }, code: 'DATE_IN_FUTURE', column: 'date' },
    { name: 'a known category', asked: { category: 'CUCINA' } },
    { name: 'an unknown one', asked: { category: 'Cucito' }, code: 'CATEGORY_UNKNOWN', column: 'category' },
    { name: 'a hub by its handle', asked: { hub: 'lainate' } },
    { name: 'an unknown hub', asked: { hub: 'Milano' }, code: 'HUB_UNKNOWN', column: 'hub' },
    { name: 'oneself', asked: { receiver: 'ada prova' }, code: 'SAME_MEMBER', column: 'receiver' },
  ])('$name', ({ asked, code, column }) => {
    expect(planFor(bankWith()).take(row(asked))).toMatchObject(code ? [{ code, line: 2, column }] : { line: 2 });
  });

  test('without a default hub every row says its own', () => {
    const plan = new ImportPlan({ bank: bankWith(), defaultHub: undefined, placeOf: (line) => ({ line }) });
    expect(plan.take(row())).toMatchObject([{ code: 'HUB_NOT_SAID' }]);
    expect(plan.list({ line: 2, name: 'Ida Prova', hub: '' })).toMatchObject([{ code: 'HUB_NOT_SAID' }]);
  });

  test('an unknown category is said once', () => {
    const plan = planFor(bankWith());
    expect(plan.take(row({ category: 'Cucito' }))).toHaveLength(1);
    expect(plan.take(row({ category: 'cucito' }))).toEqual([]);
    expect([...plan.unknownCategories]).toEqual(['cucito']);
  });

  test.each([
    { on: '2020-01-01', verdict: { line: 2 } },
    { on: '2019-12-31', verdict: [{ code: 'BEFORE_MEMBERSHIP', facts: { since: '2020-01-01' } }] },
    { on: '2021-01-31', verdict: { line: 2 } },
    { on: '2021-02-01', verdict: [{ code: 'SUSPENDED_MEMBER' }] },
    { on: '2021-02-28', verdict: [{ code: 'SUSPENDED_MEMBER' }] },
    { on: '2021-03-01', verdict: { line: 2 } },
    { on: '2022-01-01', verdict: [{ code: 'SUSPENDED_MEMBER' }] },
  ])('a member’s standing on $on', ({ on, verdict }) => {
    const suspensions = [{ from: day('2021-02-01'), until: day('2021-03-01') }, { from: day('2022-01-01') }];
    const plan = planFor(bankWith(member(1, 'Ada Prova', { suspensions })));
    expect(plan.take(row({ serviceDate: day(on) }))).toMatchObject(verdict);
  });
});

describe('who is who', () => {
  const two = [member(3, 'Ada Prova'), member(4, 'Ada Prova'), member(5, 'Ugo Prova')];

  test.each([
    { members: two, provider: 'Ada Prova (3)', number: 3 },
    { members: two, provider: 'ADA PROVA (4)', number: 4 },
    { members: two.slice(1), provider: 'Ada Prova', number: 4 },
    { members: [], provider: 'Ada Prova (17)', number: undefined },
  ])('$provider is number $number', ({ members, provider, number }) => {
    const plan = planFor(bankWith(...members));
    expect(plan.take(row({ provider }))).toMatchObject({ provider: 0 });
    expect(plan.parties.all[0]).toMatchObject({ name: 'Ada Prova', ...(number ? { member: { number } } : {}) });
  });

  test.each([
    { members: two, provider: 'Ada Prova', code: 'MEMBER_AMBIGUOUS', facts: { numbers: '3, 4' } },
    { members: two, provider: 'Ada Prova (17)', code: 'MEMBER_AMBIGUOUS', facts: { numbers: '3, 4' } },
    { members: two, provider: 'Ada Prova (5)', code: 'MEMBER_NUMBER_TAKEN', facts: { number: 5 } },
  ])('$provider is asked: $code', ({ members, provider, code, facts }) => {
    expect(planFor(bankWith(...members)).take(row({ provider }))).toMatchObject([{ code, column: 'provider', facts }]);
  });

  test('two newcomers of one name need both their numbers', () => {
    const plan = planFor(bankWith());
    plan.take(row({ provider: 'Ada Prova (1)' }));
    expect(plan.take(row({ provider: 'Ada Prova (2)' }))).toMatchObject({ provider: 2 });
    expect(plan.take(row({ provider: 'Ada Prova' }))).toMatchObject([{ code: 'MEMBER_AMBIGUOUS' }]);
  });
});

test('newcomers are members since their first day, at the hub of most of their exchanges', () => {
  const plan = planFor(bankWith(member(1, 'Ugo Prova')));
  plan.take(row({ serviceDate: day('2022-01-01') }));
  plan.take(row({ serviceDate: day('2021-01-01'), hub: 'lainate' }));
  plan.take(row({ serviceDate: day('2023-01-01'), hub: 'lainate' }));
  expect(plan.staged()).toEqual([
    { ordinal: 0, name: 'Ada Prova', hub: lainate, since: '2021-01-01' },
    { ordinal: 1, name: 'Ugo Prova', account: member(1, '').account },
  ]);
});

describe('the list of members', () => {
  const listed = (more: Partial<MemberRow> = {}): MemberRow => ({
    line: 2,
    name: 'Ida Prova',
    hub: 'lainate',
    ...more,
  });

  test('admits who never exchanged', () => {
    const plan = planFor(bankWith());
    expect(plan.list(listed())).toEqual([]);
    expect(plan.list(listed({ name: 'Ezio Prova', hub: '', since: day('2022-02-02') }))).toEqual([]);
    expect(plan.staged()).toMatchObject([
      { name: 'Ida Prova', hub: lainate, since: '2026-11-22' },
      { name: 'Ezio Prova', hub: rho, since: '2022-02-02' },
    ]);
  });

  test('says hub and day of who did', () => {
    const plan = planFor(bankWith());
    plan.list(listed({ name: 'Ada Prova', since: day('2021-05-06') }));
    plan.take(row());
    expect(plan.staged()[0]).toMatchObject({ hub: lainate, since: '2021-05-05' });
  });

  test.each([
    { asked: { name: 'ida prova' }, code: 'MEMBER_TWICE' },
    { asked: { name: 'Ezio Prova', hub: 'Milano' }, code: 'HUB_UNKNOWN' },
    { asked: { name: 'Ezio Prova', since: day('2026-11-23') }, code: 'DATE_IN_FUTURE' },
  ])('is refused with $code', ({ asked, code }) => {
    const plan = planFor(bankWith());
    plan.list(listed());
    expect(plan.list(listed({ line: 3, ...asked }))).toMatchObject([{ code, line: 3 }]);
  });
});

test('the report counts, and names who ends beyond a limit by one minute but not at it', () => {
  const bank = bankWith(
    member(1, 'Ada Prova', { balanceMinutes: minutes(31), limits: { ceilingMinutes: minutes(120) } }),
  );
  const plan = planFor(bank);
  plan.take(row());
  plan.take(row({ serviceDate: day('2020-02-02'), provider: 'Ezio Prova', minutes: minutes(30) }));
  expect(reportOf(plan, bank)).toEqual({
    newMembers: 2,
    knownMembers: 1,
    exchanges: 2,
    minutes: 120,
    firstDay: '2020-02-02',
    lastDay: '2021-05-05',
    beyondLimits: [{ name: 'Ada Prova', balanceMinutes: 121, limitMinutes: 120 }],
  });
});
