import { NotFound, NothingToChange, type HubId, type LocalDate } from '#kernel';
import { idOf, newId } from '#testing';
import {
  BranchPlacedLater,
  HubBelowItself,
  HubHandleTaken,
  NetworkHandleInvalid,
  OriginInvalid,
  PublicNameInvalid,
  TooManyOrigins,
} from './network.errors.js';
import type { NetworkEvent } from './network.events.js';
import { added, asked, cafe, day, given, lainate, march, moved, opened, rho } from './testing/past.js';

describe('adding a hub', () => {
  const add = (handle: string, from = march, parent?: HubId, en?: string) =>
    asked({
      name: 'AddHub',
      input: { handle, name: { it: 'Bar', ...(en !== undefined && { en }) }, ...(parent && { parent }), from },
    });
  const hub = newId<HubId>('hub');

  test('at the top or below another', () => {
    given(opened, added(rho, 'rho'))
      .when(add('bar', march, rho, 'Café'))
      .then({
        type: 'HubAdded',
        data: { hub, handle: 'bar', name: { it: 'Bar', en: 'Café' }, parent: rho, from: march },
      });
    given(opened)
      .when(add('bar'))
      .then({ type: 'HubAdded', data: { hub, handle: 'bar', name: { it: 'Bar' }, from: march } });
  });

  test.each([
    { what: 'a handle that is taken', command: add('rho'), refusal: HubHandleTaken },
    { what: 'a handle that is none', command: add('R'), refusal: NetworkHandleInvalid },
    { what: 'an empty English name', command: add('bar', march, rho, ''), refusal: PublicNameInvalid },
    { what: 'an unknown parent', command: add('bar', march, cafe), refusal: NotFound },
    {
      what: 'a day before its parent was there',
      command: add('bar', day('2026-02-28'), rho),
      refusal: BranchPlacedLater,
    },
  ])('not with $what', ({ command, refusal }) => {
    given(opened, added(rho, 'rho')).when(command).refuses(refusal);
  });
});

describe('moving a hub', () => {
  const tree = [opened, added(rho, 'rho'), added(lainate, 'lainate', march, rho), added(cafe, 'cafe', march, lainate)];
  const move = (hub: HubId, from: LocalDate, parent?: HubId) =>
    asked({ name: 'MoveHub', input: { hub, ...(parent && { parent }), from } });

  test('to the top, from the very day it was placed on', () => {
    given(...tree)
      .when(move(lainate, march))
      .then(moved(lainate, march));
  });

  test.each([
    { what: 'itself', parent: lainate },
    { what: 'a hub below it', parent: cafe },
  ])('never below $what', ({ parent }) => {
    given(...tree)
      .when(move(lainate, march, parent))
      .refuses(HubBelowItself);
  });

  test('not where it hangs already', () => {
    given(...tree)
      .when(move(lainate, march, rho))
      .refuses(NothingToChange);
    given(...tree)
      .when(move(rho, march))
      .refuses(NothingToChange);
  });

  test.each([
    { what: 'an unknown hub', hub: idOf<HubId>('nowhere'), parent: rho },
    { what: 'an unknown parent', hub: cafe, parent: idOf<HubId>('nowhere') },
  ])('not with $what', ({ hub, parent }) => {
    given(...tree)
      .when(move(hub, march, parent))
      .refuses(NotFound);
  });

  const may = day('2026-05-01');
  const april = day('2026-04-30');

  test('not before a day on which it was placed last', () => {
    const later = given(...tree, moved(cafe, may, rho));
    later.when(move(cafe, april)).refuses(BranchPlacedLater, { hub: cafe, day: may });
    later.when(move(cafe, may)).then(moved(cafe, may));
  });

  test('not before a day on which a hub below it was placed', () => {
    const later = given(...tree, moved(cafe, may, rho), moved(cafe, may, lainate));
    later.when(move(lainate, april)).refuses(BranchPlacedLater, { hub: cafe, day: may });
    later.when(move(lainate, may)).then(moved(lainate, may));
  });

  test('not before a day on which its new parent was placed', () => {
    const later = given(...tree, moved(cafe, march), moved(lainate, may));
    later.when(move(cafe, april, lainate)).refuses(BranchPlacedLater, { hub: lainate, day: may });
    later.when(move(cafe, may, lainate)).then(moved(cafe, may, lainate));
  });
});

describe('the origins of a hub', () => {
  const set = (...origins: string[]) => asked({ name: 'SetHubOrigins', input: { hub: rho, origins } });
  const here = [opened, added(rho, 'rho')];
  const origins = (...all: string[]): NetworkEvent => ({ type: 'HubOriginsSet', data: { hub: rho, origins: all } });

  test('are a list without order or repetition', () => {
    given(...here)
      .when(set('https://www.rho.it', 'http://localhost:8080', 'https://www.rho.it'))
      .then(origins('http://localhost:8080', 'https://www.rho.it'));
  });

  test.each(['https://rho.it:65535', 'http://localhost', 'https://xn--caf-dma.it'])('%s is one', (origin) => {
    given(...here)
      .when(set(origin))
      .then(origins(origin));
  });

  test.each([
    'http://rho.it',
    'https://rho.it/',
    'https://rho.it/bar',
    'https://Rho.it',
    'https://rho.it:443',
    'http://localhost:80',
    'https://rho.it:65536',
    'https://rho.it:0',
    'https://*.rho.it',
    'https://user@rho.it',
    'https://',
    'null',
    '*',
  ])('%s is none', (origin) => {
    given(...here)
      .when(set(origin))
      .refuses(OriginInvalid);
  });

  test('are at most twenty', () => {
    const many = Array.from({ length: 21 }, (_, n) => `https://hub${String(n)}.it`);
    given(...here)
      .when(set(...many))
      .refuses(TooManyOrigins);
    given(...here)
      .when(set(...many.slice(1)))
      .then(origins(...many.slice(1).sort()));
  });

  test('said again change nothing', () => {
    given(...here)
      .when(set())
      .refuses(NothingToChange);
    given(...here, origins('https://rho.it'))
      .when(set('https://rho.it'))
      .refuses(NothingToChange);
  });

  test('of an unknown hub cannot be set', () => {
    given(opened).when(set('https://rho.it')).refuses(NotFound);
  });
});
