import { Forbidden, minutes, type GrantId } from '#kernel';
import { idOf, newId } from '#testing';
import { AdministratorRequired, BankAlreadyOpen, BankRuleInvalid, HandleInvalid, NameInvalid } from './bank.errors.js';
import type { BankRules } from './bank.rules.js';
import { bankOf, given } from './testing/given.js';
import { open } from './testing/keeping.js';
import { hard, none, rules, soft } from './testing/past.js';
import { ada, bank, by, byFor, carla, networkCause, piero } from './testing/people.js';

test('a bank begins with its rules and administrators, by the network’s record', () => {
  const administrators = [
    { grant: newId<GrantId>('grant', 0), person: ada.person },
    { grant: newId<GrantId>('grant', 1), person: piero.person },
  ];
  const scene = given();
  scene.when(open({ administrators: [ada.person, piero.person, ada.person] })).then({
    event: {
      type: 'BankOpened',
      data: { bank, network: idOf('network'), handle: 'banca', name: 'Banca', rules, administrators },
    },
    actor: { ...by(ada), grant: networkCause },
  });
  expect(scene.state.grantsOf.get(ada.person)).toEqual([administrators[0]?.grant]);
});

test('the first administrators act from the day of the opening, as it is in the bank', () => {
  const { state } = given(...bankOf({ timeZone: 'Pacific/Kiritimati' }));
  expect([...state.grants.entries()].map(([, grant]) => grant)).toContainEqual({
    person: ada.person,
    role: 'administrator',
    from: '2026-03-02',
    revision: 0,
  });
  const { state: late } = given(...bankOf({ timeZone: 'Pacific/Pago_Pago' }));
  expect([...late.grants.entries()][0]?.[1].from).toBe('2026-03-01');
});

test.each<readonly [Partial<BankRules>, string | undefined]>([
  [{ timeZone: 'Europe/Rome' }, undefined],
  [{ timeZone: 'Europe/Atlantis' }, 'timeZone'],
  [{ timeZone: '' }, 'timeZone'],
  [{ stepMinutes: 30, exchangeMinutesMax: minutes(30) }, undefined],
  [{ stepMinutes: 20 as 15 }, 'stepMinutes'],
  [{ exchangeMinutesMax: minutes(14) }, 'exchangeMinutesMax'],
  [{ exchangeMinutesMax: minutes(0) }, 'exchangeMinutesMax'],
  [{ exchangeMinutesMax: minutes(15) }, undefined],
  [{ exchangeMinutesMax: minutes(16) }, 'exchangeMinutesMax'],
  [{ exchangeMinutesMax: minutes(10080) }, undefined],
  [{ exchangeMinutesMax: minutes(10095) }, 'exchangeMinutesMax'],
  [{ consent: 'none' as 'both' }, 'consent'],
  [{ claimDays: 0 }, 'claimDays'],
  [{ claimDays: 1 }, undefined],
  [{ claimDays: 1.5 }, 'claimDays'],
  [{ claimDays: 365 }, undefined],
  [{ claimDays: 366 }, 'claimDays'],
  [{ limits: { floor: hard(0), ceiling: soft(0) } }, undefined],
  [{ limits: { floor: hard(1), ceiling: none } }, 'floor'],
  [{ limits: { floor: none, ceiling: soft(-1) } }, 'ceiling'],
  [{ categories: [] }, undefined],
  [{ categories: ['cooking', 'cooking'] }, 'categories'],
  [{ categories: ['Cooking'] }, 'categories'],
  [{ categories: ['a'.repeat(40)] }, undefined],
  [{ categories: ['a'.repeat(41)] }, 'categories'],
  [{ strands: ['1st'] }, 'strands'],
  [{ strands: Array.from({ length: 200 }, (_, n) => `s${String(n)}`) }, undefined],
  [{ strands: Array.from({ length: 201 }, (_, n) => `s${String(n)}`) }, 'strands'],
])('rules %j: %s', (changed, rule) => {
  const scene = given().when(open({ rules: { ...rules, ...changed } }));
  if (rule === undefined) scene.verdict('BankOpened');
  else scene.refuses(BankRuleInvalid, { rule });
});

test.each([
  ['b', 'HANDLE_INVALID'],
  ['ba', 'BankOpened'],
  ['b'.repeat(40), 'BankOpened'],
  ['b'.repeat(41), 'HANDLE_INVALID'],
  ['Banca', 'HANDLE_INVALID'],
  ['1-banca', 'HANDLE_INVALID'],
])('a handle of %s: %s', (handle, verdict) => {
  given().when(open({ handle })).verdict(verdict);
});

test.each([
  ['', 'NAME_INVALID'],
  [' Banca', 'NAME_INVALID'],
  ['n'.repeat(120), 'BankOpened'],
  ['n'.repeat(121), 'NAME_INVALID'],
])('a name of "%s": %s', (name, verdict) => {
  given().when(open({ name })).verdict(verdict);
});

test('the order of refusals', () => {
  const bad = { handle: '', name: '', rules: { ...rules, claimDays: 0 }, administrators: [] };
  given(...bankOf())
    .when(open(bad, { system: 'network' }))
    .refuses(Forbidden);
  given(...bankOf())
    .when(open(bad, byFor(piero, carla)))
    .refuses(Forbidden);
  given(...bankOf())
    .when(open(bad))
    .refuses(BankAlreadyOpen);
  given().when(open(bad)).refuses(HandleInvalid);
  given()
    .when(open({ ...bad, handle: 'banca' }))
    .refuses(NameInvalid);
  given()
    .when(open({ ...bad, handle: 'banca', name: 'Banca' }))
    .refuses(BankRuleInvalid);
  given()
    .when(open({ administrators: [] }))
    .refuses(AdministratorRequired);
});
