import { NotFound, minutes, type EntryNumber } from '#kernel';
import {
  DeskIsParty,
  DeskOnly,
  ExchangeNotOpen,
  FloorReached,
  MemberSuspended,
  NotYourTurn,
  OwnClaim,
  PaperNumberInvalid,
  PaperRequired,
} from './exchange.errors.js';
import { confirm } from './testing/asked.js';
import { bankOf, given, type Past } from './testing/given.js';
import { admitted, balance, facts, granted, hard, limitsSet, logged, mandateGiven, suspended } from './testing/past.js';
import { bankStream, by, byFor, carla, dina, lucia, piero, someone, stranger } from './testing/people.js';

const asCarla = { loggedBy: carla.person };
const asLucia = { loggedBy: lucia.person };
const posted = (given: number, before = 0) => ({
  number: (before + 1) as EntryNumber,
  legs: [
    { account: carla.account, minutes: minutes(given), balanceAfterMinutes: minutes(given) },
    { account: lucia.account, minutes: minutes(-given), balanceAfterMinutes: minutes(-given) },
  ],
});

describe('confirming an exchange', () => {
  test('the receiver agrees: the hours move, with both balances on the entry', () => {
    const scene = given(...bankOf(), logged());
    scene.when(confirm(by(lucia))).then({
      event: {
        type: 'ExchangePosted',
        data: { facts, follows: 6, consent: { kind: 'confirmed', by: lucia.person } },
        entry: posted(90),
      },
      actor: by(lucia),
    });
    expect(scene.state.claims.has(facts.exchange)).toBe(false);
    expect([...scene.state.pairs.entries()]).toEqual([]);
  });

  test('the provider agrees to what the receiver logged: what was reserved is spent', () => {
    const scene = given(...bankOf({ limits: { floor: hard(-90), ceiling: hard(90) } }), logged(asLucia, 'provider'));
    expect(scene.state.accounts.get(lucia.account)?.reservedMinutes).toBe(90);
    scene.when(confirm(by(carla))).verdict('ExchangePosted');
    expect(scene.state.accounts.get(lucia.account)).toEqual({ balanceMinutes: -90, reservedMinutes: 0 });
  });

  test('a delegate confirms by the mandate, a desk by signed paper', () => {
    const grant = { stream: bankStream, revision: 6 };
    given(...bankOf(), mandateGiven(piero, lucia), logged())
      .when(confirm(byFor(piero, lucia)))
      .then({
        event: {
          type: 'ExchangePosted',
          data: { facts, follows: 7, consent: { kind: 'confirmed', by: piero.person } },
          entry: posted(90),
        },
        actor: { ...byFor(piero, lucia), grant },
      });
    given(...bankOf(), logged())
      .when(confirm(by(dina), '12/B'))
      .then({
        event: {
          type: 'ExchangePosted',
          data: { facts, follows: 6, consent: { kind: 'sheet', number: '12/B' } },
          entry: posted(90),
        },
        actor: { ...by(dina), grant: { stream: bankStream, revision: 5 } },
      });
  });
});

describe('hard limits at posting', () => {
  const limited = bankOf({ limits: { floor: hard(-600), ceiling: hard(600) } });

  test.each([
    { before: -509, verdict: 'ExchangePosted' },
    { before: -510, verdict: 'ExchangePosted' },
    { before: -511, verdict: 'FLOOR_REACHED' },
  ])('the receiver has $before, the floor is -600: $verdict', ({ before, verdict }) => {
    given(...limited, balance(lucia, before), logged())
      .when(confirm(by(lucia)))
      .verdict(verdict);
  });

  test.each([
    { before: 509, verdict: 'ExchangePosted' },
    { before: 510, verdict: 'ExchangePosted' },
    { before: 511, verdict: 'CEILING_REACHED' },
  ])('the provider has $before, the ceiling is 600: $verdict', ({ before, verdict }) => {
    given(...limited, balance(carla, before), logged())
      .when(confirm(by(lucia)))
      .verdict(verdict);
  });

  test('a floor lowered since binds, and the provider does not learn the receiver’s balance', () =>
    given(...bankOf(), logged(asLucia, 'provider'), limitsSet(lucia, { floor: hard(-89) }))
      .when(confirm(by(carla)))
      .refuses(FloorReached, { account: lucia.account, minutes: 90 }));
});

describe('nobody confirms their own claim', () => {
  test('the proposing side waits', () =>
    given(...bankOf(), logged())
      .when(confirm(by(carla)))
      .refuses(NotYourTurn));

  test('the provider in the receiver’s name', () =>
    given(...bankOf(), mandateGiven(carla, lucia), logged(asCarla))
      .when(confirm(byFor(carla, lucia)))
      .refuses(OwnClaim));

  test('the provider in the receiver’s name, though a delegate of the provider’s typed it', () =>
    given(...bankOf(), mandateGiven(carla, lucia), logged({ loggedBy: piero.person, onBehalfOf: carla.account }))
      .when(confirm(byFor(carla, lucia)))
      .refuses(OwnClaim));

  test('a delegate of both, of what they typed themselves', () =>
    given(
      ...bankOf(),
      mandateGiven(piero, lucia),
      mandateGiven(piero, carla),
      logged({ loggedBy: piero.person, onBehalfOf: carla.account }),
    )
      .when(confirm(byFor(piero, lucia)))
      .refuses(OwnClaim));

  test('a desk, of what it typed itself, with paper too', () => {
    given(...bankOf(), logged({ loggedBy: dina.person }))
      .when(confirm(by(dina), '1'))
      .refuses(OwnClaim);
    const eva = someone('Eva');
    given(...bankOf(), granted(eva, 'coordinator'), logged({ loggedBy: dina.person }))
      .when(confirm(by(eva), '1'))
      .verdict('ExchangePosted');
  });

  test('through a second membership', () => {
    const again = { ...someone('Carla again'), person: carla.person };
    given(...bankOf(), admitted(again), mandateGiven(carla, lucia), logged({ provider: again.account }))
      .when(confirm(byFor(carla, lucia)))
      .refuses(OwnClaim);
  });
});

describe('what is closed', () => {
  const posting = {
    type: 'ExchangePosted',
    data: { facts, follows: 6, consent: { kind: 'confirmed', by: lucia.person } },
    entry: posted(90),
  } as const;

  test('a party, a desk learn that it is', () => {
    for (const actor of [by(carla), by(lucia), by(dina)]) {
      given(...bankOf(), logged(), posting)
        .when(confirm(actor))
        .refuses(ExchangeNotOpen, { status: 'posted' });
    }
  });

  test.each([
    [{ type: 'ExchangeWithdrawn', data: { facts, follows: 6 } }, 'withdrawn'],
    [{ type: 'ExchangeDeclined', data: { facts, follows: 6, reason: { keys: [], nonce: '', text: '' } } }, 'declined'],
    [
      { type: 'ExchangeExpired', data: { facts, follows: 6, expiresAt: '2026-04-01T09:00:00.000Z' as never } },
      'expired',
    ],
  ] as const)('and how: %#', (closing, status) => {
    given(...bankOf(), logged(), closing)
      .when(confirm(by(lucia)))
      .refuses(ExchangeNotOpen, { status });
  });

  test('to others, open or closed, it does not exist', () => {
    for (const past of [[logged()], [logged(), posting], []]) {
      for (const actor of [by(piero), by(stranger), byFor(piero, lucia)]) {
        given(...bankOf(), ...past)
          .when(confirm(actor))
          .refuses(NotFound, {});
      }
    }
  });
});

test('the order of refusals', () => {
  const scene = (...more: Past) =>
    given(...bankOf({ limits: { floor: hard(0), ceiling: hard(0) } }), logged({ loggedBy: dina.person }), ...more);
  scene(mandateGiven(dina, lucia))
    .when(confirm(by(dina), '1'))
    .refuses(DeskIsParty);
  scene()
    .when(confirm(by(carla), '1'))
    .refuses(DeskOnly);
  scene()
    .when(confirm(by(carla)))
    .refuses(NotYourTurn);
  scene()
    .when(confirm(by(dina)))
    .refuses(PaperRequired);
  scene()
    .when(confirm(by(dina), 'Mario'))
    .refuses(PaperNumberInvalid);
  scene()
    .when(confirm(by(dina), '1'))
    .refuses(OwnClaim);
  scene(suspended(lucia, '2026-03-01'))
    .when(confirm(by(lucia)))
    .refuses(MemberSuspended);
  scene(suspended(lucia, '2026-03-02'))
    .when(confirm(by(lucia)))
    .refuses(FloorReached);
  scene(limitsSet(lucia, { floor: hard(-90) }))
    .when(confirm(by(lucia)))
    .verdict('CEILING_REACHED');
});
