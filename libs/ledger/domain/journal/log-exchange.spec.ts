import { Forbidden, NotFound, addDays, minutes, type ExchangeId, type Instant } from '#kernel';
import { askedInstant, idOf, newId, sealed } from '#testing';
import { HubNotServed } from './bank.errors.js';
import {
  BeforeMembership,
  CeilingReached,
  CodeInvalid,
  DeskIsParty,
  DeskOnly,
  FloorReached,
  MemberSuspended,
  MinutesAboveMax,
  MinutesNotInSteps,
  MinutesNotPositive,
  NotAParty,
  PaperNumberInvalid,
  SelfExchange,
  ServiceDateInFuture,
  UnknownCategory,
  UnknownStrand,
} from './exchange.errors.js';
import { log } from './testing/asked.js';
import { bankOf, given } from './testing/given.js';
import {
  admitted,
  balance,
  day,
  facts,
  granted,
  hard,
  limitsSet,
  logged,
  mandateGiven,
  readmitted,
  soft,
  suspended,
} from './testing/past.js';
import {
  ada,
  bankStream,
  by,
  byFor,
  carla,
  dina,
  hub,
  lucia,
  otherHub,
  piero,
  someone,
  stranger,
  upperHub,
} from './testing/people.js';

const exchange = newId<ExchangeId>('exchange');
const expiresAt = addDays(askedInstant, 30);
const grant = (revision: number) => ({ grant: { stream: bankStream, revision } });
const desk = { ...by(dina), ...grant(5) };

describe('logging an exchange', () => {
  test('the provider logs: it waits for the receiver and reserves nothing', () => {
    const scene = given(...bankOf());
    scene.when(log(by(carla))).then({
      event: {
        type: 'ExchangeLogged',
        data: { facts: { ...facts, exchange }, by: 'provider', turn: 'receiver', expiresAt },
      },
      actor: by(carla),
    });
    expect(scene.state.accounts.get(lucia.account)?.reservedMinutes).toBe(0);
    expect(scene.state.claims.get(exchange)).toMatchObject({ proposedSide: 'provider', proposedBy: carla.person });
  });

  test('the receiver logs: it waits for the provider, and the minutes with their travel are reserved', () => {
    const scene = given(...bankOf());
    scene.when(log(by(lucia), { travelMinutes: minutes(30) })).then({
      type: 'ExchangeLogged',
      data: {
        facts: { ...facts, exchange, loggedBy: lucia.person, travelMinutes: minutes(30) },
        by: 'receiver',
        turn: 'provider',
        expiresAt,
      },
    });
    expect(scene.state.accounts.get(lucia.account)?.reservedMinutes).toBe(120);
  });

  test('all that is said is recorded, the note sealed, no travel left out', () => {
    const offer = idOf<ExchangeId>('offer');
    given(...bankOf())
      .when(
        log(by(carla), { travelMinutes: minutes(0), category: 'cooking', strand: 'family', offer }, { note: 'soup' }),
      )
      .then({
        type: 'ExchangeLogged',
        data: {
          facts: { ...facts, exchange, category: 'cooking', strand: 'family', offer, note: sealed('soup') },
          by: 'provider',
          turn: 'receiver',
          expiresAt,
        },
      });
  });

  test('a delegate logs for the member, by the mandate', () =>
    given(...bankOf(), mandateGiven(piero, carla))
      .when(log(byFor(piero, carla)))
      .then({
        event: {
          type: 'ExchangeLogged',
          data: {
            facts: { ...facts, exchange, loggedBy: piero.person, onBehalfOf: carla.account },
            by: 'provider',
            turn: 'receiver',
            expiresAt,
          },
        },
        actor: { ...byFor(piero, carla), ...grant(6) },
      }));

  test.each([{ asker: carla }, { asker: lucia }])(
    'a desk without paper waits for the receiver, whoever asked',
    ({ asker }) => {
      const scene = given(...bankOf());
      scene.when(log(by(dina), { desk: 'tuesday', onBehalfOf: asker.account })).then({
        event: {
          type: 'ExchangeLogged',
          data: {
            facts: { ...facts, exchange, desk: 'tuesday', loggedBy: dina.person, onBehalfOf: asker.account },
            by: asker === carla ? 'provider' : 'receiver',
            turn: 'receiver',
            expiresAt,
          },
        },
        actor: desk,
      });
      expect(scene.state.accounts.get(lucia.account)?.reservedMinutes).toBe(0);
    },
  );

  test('a desk with signed paper posts at once', () =>
    given(...bankOf())
      .when(log(by(dina), { sheet: 'A-17/2026' }))
      .then({
        event: {
          type: 'ExchangePosted',
          data: {
            facts: { ...facts, exchange, loggedBy: dina.person },
            consent: { kind: 'sheet', number: 'A-17/2026' },
          },
          entry: {
            number: 1 as never,
            legs: [
              { account: carla.account, minutes: minutes(90), balanceAfterMinutes: minutes(90) },
              { account: lucia.account, minutes: minutes(-90), balanceAfterMinutes: minutes(-90) },
            ],
          },
        },
        actor: desk,
      }));

  test.each([
    { who: lucia, consent: 'both', made: 'ExchangeLogged' },
    { who: lucia, consent: 'receiver', made: 'ExchangePosted' },
    { who: carla, consent: 'receiver', made: 'ExchangeLogged' },
    { who: dina, consent: 'receiver', made: 'ExchangeLogged' },
  ] as const)('$who.name logs in a bank of consent $consent: $made', ({ who, consent, made }) => {
    given(...bankOf({ consent }))
      .when(log(by(who)))
      .verdict(made);
  });

  test('soft limits that the entry passes stand on the legs', () => {
    given(...bankOf({ limits: { floor: soft(-89), ceiling: soft(89) } }))
      .when(log(by(dina), { sheet: '1' }))
      .then({
        type: 'ExchangePosted',
        data: { facts: { ...facts, exchange, loggedBy: dina.person }, consent: { kind: 'sheet', number: '1' } },
        entry: {
          number: 1 as never,
          legs: [
            {
              account: carla.account,
              minutes: minutes(90),
              balanceAfterMinutes: minutes(90),
              warnings: [{ kind: 'ceiling', limitMinutes: minutes(89) }],
            },
            {
              account: lucia.account,
              minutes: minutes(-90),
              balanceAfterMinutes: minutes(-90),
              warnings: [{ kind: 'floor', limitMinutes: minutes(-89) }],
            },
          ],
        },
      });
  });
});

describe('who may log', () => {
  const twin = { ...someone('Carla again'), person: carla.person };

  test.each([
    ['a stranger', by(stranger)],
    ['a member who is no party', by(piero)],
    ['who acts for a member without a mandate', byFor(piero, carla)],
    ['an administrator, by that role', by(ada)],
  ])('to %s it does not exist', (_who, actor) => {
    given(...bankOf())
      .when(log(actor))
      .refuses(NotFound, {});
  });

  test.each([
    ['yesterday', '2026-03-09', 'NOT_FOUND'],
    ['today', '2026-03-10', 'ExchangeLogged'],
  ])('a mandate whose last day is %s', (_when, until, verdict) => {
    given(...bankOf(), mandateGiven(piero, carla, { until: day(until) }))
      .when(log(byFor(piero, carla)))
      .verdict(verdict);
  });

  test.each([
    ['the bank’s midnight has passed', '2026-03-10T23:00:00.000Z', 'NOT_FOUND'],
    ['it has not', '2026-03-10T22:59:59.999Z', 'ExchangeLogged'],
  ])('days are the bank’s: %s', (_when, at, verdict) => {
    given(...bankOf(), mandateGiven(piero, carla, { until: day('2026-03-10') }))
      .when({ ...log(byFor(piero, carla)), at: at as Instant })
      .verdict(verdict);
  });

  test.each([
    ['of the hub', { hub }, 'ExchangeLogged'],
    ['of a hub above it', { hub: upperHub }, 'ExchangeLogged'],
    ['of another hub', { hub: otherHub }, 'NOT_FOUND'],
    ['until yesterday', { hub, until: day('2026-03-09') }, 'NOT_FOUND'],
    ['until today', { hub, until: day('2026-03-10') }, 'ExchangeLogged'],
    ['from today', { hub, from: day('2026-03-10') }, 'ExchangeLogged'],
    ['from tomorrow', { hub, from: day('2026-03-11') }, 'NOT_FOUND'],
  ])('a coordinator %s', (_scope, grantedDays, verdict) => {
    const eva = someone('Eva');
    given(...bankOf(), granted(eva, 'coordinator', grantedDays))
      .when(log(by(eva)))
      .verdict(verdict);
  });

  test('a coordinator who is a party is no desk', () =>
    given(...bankOf(), granted(carla, 'coordinator'))
      .when(log(by(carla), { sheet: '1' }))
      .refuses(DeskOnly));

  test('a coordinator who is a party’s delegate is no desk either', () =>
    given(...bankOf(), mandateGiven(dina, lucia))
      .when(log(by(dina), { sheet: '1' }))
      .refuses(DeskIsParty));

  test.each([[{ system: 'deadlines' }], [{ import: idOf<never>('import'), person: ada.person }]])(
    'neither the system nor an import logs',
    (actor) => {
      given(...bankOf())
        .when(log(actor))
        .refuses(Forbidden);
    },
  );

  test('one person with two accounts is one person', () =>
    given(...bankOf(), admitted(twin))
      .when(log(by(carla), { receiver: twin.account }))
      .refuses(SelfExchange));

  test('nowhere before the bank is opened', () =>
    given()
      .when(log(by(carla)))
      .refuses(NotFound));
});

describe('what may be logged', () => {
  const long = bankOf({ exchangeMinutesMax: minutes(120) });

  test.each([
    { given: 0, travel: 15, verdict: 'MINUTES_NOT_POSITIVE' },
    { given: -15, travel: 0, verdict: 'MINUTES_NOT_POSITIVE' },
    { given: 15, travel: -15, verdict: 'MINUTES_NOT_POSITIVE' },
    { given: 1, travel: 0, verdict: 'MINUTES_NOT_IN_STEPS' },
    { given: 14, travel: 0, verdict: 'MINUTES_NOT_IN_STEPS' },
    { given: 15, travel: 0, verdict: 'ExchangeLogged' },
    { given: 16, travel: 0, verdict: 'MINUTES_NOT_IN_STEPS' },
    { given: 15, travel: 1, verdict: 'MINUTES_NOT_IN_STEPS' },
    { given: 105, travel: 15, verdict: 'ExchangeLogged' },
    { given: 120, travel: 0, verdict: 'ExchangeLogged' },
    { given: 120, travel: 15, verdict: 'MINUTES_ABOVE_MAX' },
    { given: 135, travel: 0, verdict: 'MINUTES_ABOVE_MAX' },
    { given: Number.MAX_SAFE_INTEGER, travel: 0, verdict: 'MINUTES_NOT_IN_STEPS' },
  ])('$given minutes and $travel of travel, steps of 15, at most 120: $verdict', ({ given: time, travel, verdict }) => {
    given(...long)
      .when(log(by(carla), { minutes: minutes(time), travelMinutes: minutes(travel) }))
      .verdict(verdict);
  });

  test.each([
    ['', 'PAPER_NUMBER_INVALID'],
    ['ABC', 'PAPER_NUMBER_INVALID'],
    ['1', 'ExchangePosted'],
    ['a/b-c.9', 'ExchangePosted'],
    ['Mario 7', 'PAPER_NUMBER_INVALID'],
    ['1'.repeat(24), 'ExchangePosted'],
    ['1'.repeat(25), 'PAPER_NUMBER_INVALID'],
  ])('paper numbered "%s": %s', (sheet, verdict) => {
    given(...bankOf())
      .when(log(by(dina), { sheet }))
      .verdict(verdict);
  });

  test.each([
    ['2024-12-31', 'BEFORE_MEMBERSHIP'],
    ['2025-01-01', 'ExchangeLogged'],
    ['2026-03-10', 'ExchangeLogged'],
    ['2026-03-11', 'SERVICE_DATE_IN_FUTURE'],
  ])('a service date of %s, members since 1 January 2025, asked on 10 March: %s', (date, verdict) => {
    given(...bankOf())
      .when(log(by(carla), { serviceDate: day(date) }))
      .verdict(verdict);
  });

  test.each([
    ['2026-01-31', 'ExchangeLogged'],
    ['2026-02-01', 'MEMBER_SUSPENDED'],
    ['2026-02-14', 'MEMBER_SUSPENDED'],
    ['2026-02-15', 'ExchangeLogged'],
  ])('a service date of %s, suspended from 1 to 14 February: %s', (date, verdict) => {
    given(...bankOf(), suspended(lucia, '2026-02-01'), readmitted(lucia, '2026-02-15'))
      .when(log(by(carla), { serviceDate: day(date) }))
      .verdict(verdict);
  });

  test.each([
    [4, 'ExchangeLogged'],
    [5, 'TOO_MANY_OPEN_CLAIMS'],
  ])('with %i open claims of the pair, in either direction: %s', (open, verdict) => {
    const claims = Array.from({ length: open }, (_, n) => {
      const parties = n % 2 ? {} : { provider: lucia.account, receiver: carla.account, loggedBy: lucia.person };
      return logged({ exchange: idOf<ExchangeId>(`claim ${String(n)}`), ...parties });
    });
    given(...bankOf(), ...claims)
      .when(log(by(carla)))
      .verdict(verdict);
  });

  test('what posts at once is no claim that waits', () => {
    const claims = Array.from({ length: 5 }, (_, n) => logged({ exchange: idOf<ExchangeId>(`claim ${String(n)}`) }));
    given(...bankOf(), ...claims)
      .when(log(by(dina), { sheet: '1' }))
      .verdict('ExchangePosted');
  });
});

describe('hard limits at logging', () => {
  const floored = bankOf({ limits: { floor: hard(-600), ceiling: hard(600) } });

  test.each([
    { before: -509, verdict: 'ExchangeLogged' },
    { before: -510, verdict: 'ExchangeLogged' },
    { before: -511, verdict: 'FLOOR_REACHED' },
  ])('a receiver with $before logs 90 over a floor of -600: $verdict', ({ before, verdict }) => {
    given(...floored, balance(lucia, before))
      .when(log(by(lucia)))
      .verdict(verdict);
  });

  test('what other claims reserve is not available', () =>
    given(...floored, balance(lucia, -420), logged({ loggedBy: lucia.person }, 'provider'))
      .when(log(by(lucia), { minutes: minutes(105) }))
      .refuses(FloorReached, {
        account: lucia.account,
        minutes: 105,
        limitMinutes: -600,
        availableMinutes: -510,
      }));

  test('a provider’s claim meets the limits only when it is confirmed', () => {
    given(...floored, balance(lucia, -600), balance(carla, 600, 2, 600))
      .when(log(by(carla)))
      .verdict('ExchangeLogged');
  });

  test.each([
    { before: 509, verdict: 'ExchangePosted' },
    { before: 510, verdict: 'ExchangePosted' },
    { before: 511, verdict: 'CEILING_REACHED' },
  ])('a sheet posts 90 to a provider with $before under a ceiling of 600: $verdict', ({ before, verdict }) => {
    given(...floored, balance(carla, before))
      .when(log(by(dina), { sheet: '1' }))
      .verdict(verdict);
  });

  test('an account’s own limits stand over the bank’s', () => {
    given(...floored, limitsSet(lucia, { floor: hard(-89) }))
      .when(log(by(lucia)))
      .refuses(FloorReached);
    given(...floored, limitsSet(lucia, { floor: { kind: 'none' } }), balance(lucia, -600))
      .when(log(by(lucia)))
      .verdict('ExchangeLogged');
  });

  test('a receiver who posts at once does not learn the provider’s balance', () =>
    given(...bankOf({ consent: 'receiver', limits: { floor: hard(-600), ceiling: hard(600) } }), balance(carla, 600))
      .when(log(by(lucia)))
      .refuses(CeilingReached, { account: carla.account, minutes: 90 }));
});

/** Each step mends the first thing that is wrong: what remains wrong is refused in this order. */
test('the order of refusals', () => {
  const scene = () =>
    given(
      ...bankOf({ limits: { floor: hard(0), ceiling: hard(0) } }),
      suspended(carla, '2026-01-01'),
      admitted({ ...someone('Lucia again'), person: lucia.person }),
      admitted({ ...someone('Nives') }, { since: day('2026-03-05') }),
    );
  const nives = someone('Nives').account;
  const wrong = {
    receiver: someone('Lucia again').account,
    provider: lucia.account,
    minutes: minutes(0),
    hub: otherHub,
    category: 'flying',
    strand: 'none',
    offer: 'Mario',
    desk: 'Tuesday',
    onBehalfOf: carla.account,
    sheet: 'Mario',
    serviceDate: day('2026-03-11'),
  };
  const code = { offer: idOf<ExchangeId>('offer') };
  const steps = [
    [Forbidden, { system: 'x' }, {}],
    [NotFound, by(stranger), {}],
    [SelfExchange, by(lucia), {}],
    [MinutesNotPositive, by(lucia), { receiver: nives }],
    [MinutesNotInSteps, by(lucia), { minutes: minutes(2000) }],
    [MinutesAboveMax, by(lucia), { minutes: minutes(1455) }],
    [HubNotServed, by(lucia), { minutes: minutes(15) }],
    [UnknownCategory, by(lucia), { hub }],
    [UnknownStrand, by(lucia), { category: 'cooking' }],
    [CodeInvalid, by(lucia), { strand: 'family' }],
    [CodeInvalid, by(lucia), code],
    [DeskOnly, by(lucia), { desk: 'tuesday' }],
    [NotAParty, by(dina), {}],
    [PaperNumberInvalid, by(dina), { onBehalfOf: nives }],
    [ServiceDateInFuture, by(dina), { sheet: '1' }],
    [BeforeMembership, by(dina), { serviceDate: day('2026-03-01') }],
    [MemberSuspended, by(dina), { receiver: carla.account, onBehalfOf: carla.account }],
    [FloorReached, by(dina), { receiver: piero.account, onBehalfOf: piero.account }],
  ] as const;
  let input = { ...wrong };
  for (const [kind, actor, mended] of steps) {
    input = { ...input, ...mended };
    scene()
      .when(log(actor, input))
      .refuses(kind);
  }
});
