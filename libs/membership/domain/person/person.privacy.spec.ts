import {
  DocumentNumberInvalid,
  Forbidden,
  NotFound,
  NothingToChange,
  streamOf,
  type Actor,
  type BankId,
  type Instant,
  type NetworkId,
  type PersonId,
} from '#kernel';
import { givenFor, idOf, sealed } from '#testing';
import type { PersonCommand } from './person.commands.js';
import { person } from './person.decider.js';
import { NoticeUnknown } from './person.errors.js';
import type { Asking, Manner, PersonEvent, Purpose } from './person.events.js';
import { hasLapsed } from './person.needs.js';
import { erasures } from './person.privacy.js';

const [lucia, dina] = [idOf<PersonId>('Lucia'), idOf<PersonId>('Dina')];
const network = idOf<NetworkId>('network');
const given = givenFor(person, streamOf('person', lucia));
const own: Actor = { person: lucia };
const desk: Actor = { person: dina, grant: { stream: streamOf('journal', idOf('bank')), revision: 3 } };
const screen: Manner = { kind: 'screen' };
const paper: Manner = { kind: 'paper', document: 'A-17' };

const registered: PersonEvent = {
  type: 'PersonRegistered',
  data: { person: lucia, name: sealed('Lucia Sala'), language: 'it' },
};
const acknowledged = (how: Manner = screen, privacyNotice = '2026-1'): PersonEvent => ({
  type: 'NoticeAcknowledged',
  data: { person: lucia, network, privacyNotice, how },
});
const said = (type: 'ConsentGiven' | 'ConsentWithdrawn', how: Manner = screen, purpose: Purpose = 'being-listed') =>
  ({ type, data: { person: lucia, network, purpose, how } }) satisfies PersonEvent;
const erased = (ground: 'own-wish' | 'last-membership' | 'never-needed' = 'own-wish'): PersonEvent => ({
  type: 'PersonErased',
  data: { person: lucia, ground },
});

const asks = (actor: Actor, command: PersonCommand) => ({ actor, command });
const acknowledge = (actor: Actor = own, how: Manner = screen, privacyNotice = '2026-1') =>
  asks(actor, { name: 'AcknowledgeNotice', input: { network, privacyNotice, how } });
const consent = (yes: boolean, actor: Actor = own, how: Manner = screen) =>
  asks(actor, { name: 'SetConsent', input: { network, purpose: 'being-listed', given: yes, how } });
const erase = (actor: Actor = own, ground: 'own-wish' | 'last-membership' | 'never-needed' = 'own-wish') =>
  asks(actor, { name: 'ErasePerson', input: { ground } });

describe('a notice', () => {
  test('is acknowledged on screen by the person, on paper by a desk', () => {
    given(registered).when(acknowledge()).then(acknowledged());
    given(registered).when(acknowledge(desk, paper)).then(acknowledged(paper));
  });

  test('once an edition; the next edition again', () => {
    given(registered, acknowledged()).when(acknowledge()).refuses(NothingToChange);
    given(registered, acknowledged())
      .when(acknowledge(own, screen, '2026-2'))
      .then(acknowledged(screen, '2026-2'));
  });

  test('whose code could hold words is none', () => {
    given(registered)
      .when(acknowledge(own, screen, 'the newest'))
      .refuses(NoticeUnknown);
  });
});

describe('a consent', () => {
  test('is no until it is said, and no again once withdrawn', () => {
    given(registered).when(consent(false)).refuses(NothingToChange);
    given(registered).when(consent(true)).then(said('ConsentGiven'));
    given(registered, said('ConsentGiven')).when(consent(true)).refuses(NothingToChange);
    given(registered, said('ConsentGiven')).when(consent(false)).then(said('ConsentWithdrawn'));
    given(registered, said('ConsentGiven'), said('ConsentWithdrawn'))
      .when(consent(true, desk, paper))
      .then(said('ConsentGiven', paper));
  });

  test('to one purpose says nothing of another', () => {
    given(registered, said('ConsentGiven', screen, 'being-written-to'))
      .when(consent(true))
      .then(said('ConsentGiven'));
  });
});

describe('who speaks for a person', () => {
  test.each<readonly [string, Actor, Manner]>([
    ['somebody else on screen', { person: dina }, screen],
    ['a desk on screen', desk, screen],
    ['somebody whose right was not asked for, on paper', { person: dina }, paper],
    ['the person alone, on paper', { ...desk, person: lucia }, paper],
    ['the system', { system: 'shell' }, screen],
  ])('not %s', (_, actor, how) => {
    given(registered).when(acknowledge(actor, how)).refuses(NotFound);
    given(registered)
      .when(consent(true, actor, how))
      .refuses(NotFound);
  });

  test.each(['', 'foglio', '1'.repeat(25)])('nor paper under the number "%s"', (document) => {
    given(registered)
      .when(consent(true, desk, { kind: 'paper', document }))
      .refuses(DocumentNumberInvalid);
  });
});

describe('erasing a person', () => {
  test('at the own wish, or by the system on a ground of its own', () => {
    given(registered).when(erase()).then(erased());
    for (const ground of ['own-wish', 'last-membership'] as const) {
      given(registered)
        .when(erase({ system: erasures }, ground))
        .then(erased(ground));
    }
  });

  const bank = idOf<BankId>('bank');
  const askedFor = (askedBy?: Asking): PersonEvent => ({
    type: 'PersonRegistered',
    data: { person: lucia, name: sealed('Lucia Sala'), language: 'it', ...(askedBy && { askedBy }) },
  });
  const unneeded = (at: string) => ({ ...erase({ system: erasures }, 'never-needed'), at: at as Instant });

  test('as never needed from a day after the registration on, where the record says who asked', () => {
    for (const askedBy of [{ bank }, { network }]) {
      given(askedFor(askedBy)).when(unneeded('2026-03-03T08:59:59.999Z')).refuses(Forbidden);
      given(askedFor(askedBy)).when(unneeded('2026-03-03T09:00:00.000Z')).then(erased('never-needed'));
    }
    given(askedFor()).when(unneeded('2026-04-03T09:00:00.000Z')).refuses(Forbidden);
  });

  test('nothing is begun for a person from 23 hours after the registration on, nor for one who is erased', () => {
    const lapsed = (past: readonly PersonEvent[], at: string) => hasLapsed(given(...past).state, at as Instant);
    expect(lapsed([askedFor({ bank })], '2026-03-03T07:59:59.999Z')).toBe(false);
    expect(lapsed([askedFor({ bank })], '2026-03-03T08:00:00.000Z')).toBe(true);
    expect(lapsed([askedFor({ bank }), erased('own-wish')], '2026-03-02T09:00:00.000Z')).toBe(true);
    expect(lapsed([], '2026-04-03T09:00:00.000Z')).toBe(false);
  });

  test.each<readonly [string, Actor, typeof NotFound | typeof Forbidden, 'own-wish' | 'last-membership']>([
    ['somebody else', { person: dina }, NotFound, 'own-wish'],
    ['another process', { system: 'shell' }, NotFound, 'own-wish'],
    ['in a member’s name', { person: lucia, for: idOf('account') }, NotFound, 'own-wish'],
    ['the person on the system’s ground', own, Forbidden, 'last-membership'],
  ])('not by %s', (_, actor, refusal, ground) => {
    given(registered).when(erase(actor, ground)).refuses(refusal);
  });

  test('ends everything: what comes later finds nobody', () => {
    for (const late of [erase(), acknowledge(), consent(true)]) {
      given(registered, erased()).when(late).refuses(NotFound);
    }
    given(registered, erased())
      .when(asks(own, { name: 'RenamePerson', input: {}, texts: { name: 'Lucia' } }))
      .refuses(NotFound);
    given().when(erase()).refuses(NotFound);
  });
});
