import {
  addDays,
  asId,
  asLocalDate,
  instant,
  minutes,
  streamOf,
  type AccountId,
  type Actor,
  type BankId,
  type EntryNumber,
  type ExchangeId,
  type HubId,
  type Instant,
  type PersonId,
  type Recorded,
} from '#kernel';
import type { ExchangeFacts, JournalEvent } from '#ledger';
import { idOf } from '#testing';
import { readersOf, tellingsOf, type Telling } from './who-is-told.js';

const bank = idOf<BankId>('Settimo');
const exchange = idOf<ExchangeId>('Stiro');
const carla = { account: idOf<AccountId>('Carla’s'), person: idOf<PersonId>('Carla') };
const lucia = { account: idOf<AccountId>('Lucia’s'), person: idOf<PersonId>('Lucia') };
const nadia = idOf<PersonId>('Nadia');
const at = instant(Date.parse('2026-11-15T09:00:00.000Z'));
const expiresAt = addDays(at, 30);

const facts: ExchangeFacts = {
  exchange,
  provider: carla.account,
  receiver: lucia.account,
  minutes: minutes(90),
  serviceDate: asLocalDate('2026-11-14'),
  hub: idOf<HubId>('Settimo'),
  loggedBy: carla.person,
};

function recorded(event: JournalEvent, actor: Actor): Recorded<JournalEvent> {
  const command = { id: asId<Recorded['command']['id']>(exchange), hash: '', keys: [], index: 0, count: 1 };
  return { stream: streamOf('journal', bank), revision: 41, recordedAt: at, command, actor, correlation: '', event };
}

const logged = (expires: Instant = expiresAt): JournalEvent => ({
  type: 'ExchangeLogged',
  data: { facts, by: 'provider', turn: 'receiver', expiresAt: expires },
});
const posted = (consent: 'confirmed' | 'logged' | 'sheet'): JournalEvent => ({
  type: 'ExchangePosted',
  data: {
    facts,
    follows: 40,
    consent: consent === 'sheet' ? { kind: consent, number: 'F-7' } : { kind: consent, by: lucia.person },
  },
  entry: { number: 7 as EntryNumber, legs: [] },
});
const byCarla = { person: carla.person };
const byLucia = { person: lucia.person };

/** Kind, whose account, and on which day of the claim. */
function told(record: Recorded<JournalEvent>, now = at): readonly (readonly (string | undefined)[])[] {
  return tellingsOf(record, now).map(({ kind, account, notBefore }) => [kind, account, notBefore]);
}

describe('given a claim, when it is recorded, then', () => {
  test('the side whose turn it is is told now, after three and after ten days, as long as it is open', () => {
    expect(told(recorded(logged(), byCarla))).toEqual([
      ['to-confirm', lucia.account, undefined],
      ['reminder', lucia.account, addDays(at, 3)],
      ['reminder', lucia.account, addDays(at, 10)],
    ]);
    expect(tellingsOf(recorded(logged(), byCarla), at).map(({ until }) => until)).toEqual(Array(3).fill(expiresAt));
  });

  test('the last reminder says that it is the last', () => {
    const lasts = tellingsOf(recorded(logged(), byCarla), at).map((telling) => telling.facts['last']);
    expect(lasts).toEqual([undefined, undefined, 'yes']);
  });

  test('other minutes pass the turn, and the other side is told', () => {
    const answered: JournalEvent = {
      type: 'ExchangeAnswered',
      data: { facts, follows: 40, by: 'receiver', turn: 'provider', expiresAt },
    };
    expect(told(recorded(answered, byLucia))[0]).toEqual(['to-confirm', carla.account, undefined]);
  });

  test.each([
    [3, 1],
    [4, 2],
    [10, 2],
    [11, 3],
  ])('of a claim that is open for %i days %i mails go out', (days, mails) => {
    expect(tellingsOf(recorded(logged(addDays(at, days)), byCarla), at)).toHaveLength(mails);
  });

  test('nobody is told of one that is over, from the very moment', () => {
    const almost = instant(Date.parse(expiresAt) - 1);
    expect(tellingsOf(recorded(logged(), byCarla), almost)).toHaveLength(3);
    expect(tellingsOf(recorded(logged(), byCarla), expiresAt)).toEqual([]);
  });
});

describe('given hours that moved, then', () => {
  test.each([
    ['confirmed', byLucia, ['other-confirmed', 'other-confirmed']],
    ['logged', byLucia, ['other-logged', 'other-logged']],
    ['confirmed', { person: nadia, for: lucia.account }, ['other-confirmed', 'own-confirmed']],
    ['logged', { person: nadia, for: lucia.account }, ['other-logged', 'own-logged']],
    ['sheet', { person: nadia }, ['sheet', 'sheet']],
  ] as const)('both sides are told how: %s by %j', (consent, actor, how) => {
    const tellings = tellingsOf(recorded(posted(consent), actor), at);
    expect(tellings.map(({ kind, account }) => [kind, account])).toEqual([
      ['hours-moved', carla.account],
      ['hours-moved', lucia.account],
    ]);
    expect(tellings.map(({ facts: said }) => said['how'])).toEqual(how);
  });

  test('it is news for three days', () => {
    expect(tellingsOf(recorded(posted('confirmed'), byLucia), instant(Date.parse(addDays(at, 3)) - 1))).toHaveLength(2);
    expect(tellingsOf(recorded(posted('confirmed'), byLucia), addDays(at, 3))).toEqual([]);
  });
});

test.each([logged(), posted('confirmed')])('an import is the past: nobody is told', (event) => {
  expect(tellingsOf(recorded(event, { import: asId(exchange), person: nadia }), at)).toEqual([]);
});

test('nobody is told of what is no claim and moves no hours', () => {
  const withdrawn: JournalEvent = { type: 'ExchangeWithdrawn', data: { facts, follows: 40 } };
  expect(tellingsOf(recorded(withdrawn, byCarla), at)).toEqual([]);
});

describe('who of a side reads it', () => {
  const telling: Telling = { kind: 'to-confirm', account: lucia.account, doneBy: carla.person, facts: {}, until: at };
  const delegated = { member: lucia.person, delegates: [nadia, carla.person] };
  const reached =
    (...persons: readonly PersonId[]) =>
    (person: PersonId) =>
      persons.includes(person);

  test.each([
    ['the member, who has an address', delegated, [lucia.person, nadia], [lucia.person]],
    ['who acts for a member without one, but for who did it', delegated, [nadia, carla.person], [nadia]],
    ['nobody, where nobody has one', delegated, [], []],
    ['nobody, once the member is erased', { delegates: [nadia] }, [nadia], []],
    ['nobody, where the views know no such account', undefined, [nadia], []],
  ])('%s', (_who, acting, reachable, readers) => {
    expect(readersOf(telling, acting, reached(...reachable))).toEqual(readers);
  });

  test('what the member did is told to nobody of that side', () => {
    const own = { ...telling, doneBy: lucia.person };
    expect(readersOf(own, delegated, reached(lucia.person, nadia))).toEqual([]);
    expect(readersOf(own, delegated, reached(nadia))).toEqual([]);
  });
});
