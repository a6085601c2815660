import { addDays, minutes, type ExchangeId } from '#kernel';
import { askedInstant, idOf, newId, sealed } from '#testing';
import { log } from './testing/asked.js';
import { bankOf, given } from './testing/given.js';
import { facts, limitsSet, mandateGiven, soft } from './testing/past.js';
import { bankStream, by, byFor, carla, dina, lucia, piero } from './testing/people.js';

const exchange = newId<ExchangeId>('exchange');
const expiresAt = addDays(askedInstant, 30);
const grant = (revision: number) => ({ grant: { stream: bankStream, revision } });
const desk = { ...by(dina), ...grant(5) };

test('the warnings on a leg are of the account’s own limits, where it has some', () => {
  const scene = given(...bankOf(), limitsSet(lucia, { floor: soft(-60) }), limitsSet(carla, { ceiling: soft(60) }));
  scene.when(log(by(dina), { sheet: '1' })).then({
    type: 'ExchangePosted',
    data: { facts: { ...facts, exchange, loggedBy: dina.person }, consent: { kind: 'sheet', number: '1' } },
    entry: {
      number: 1 as never,
      legs: [
        {
          account: carla.account,
          minutes: minutes(90),
          balanceAfterMinutes: minutes(90),
          warnings: [{ kind: 'ceiling', limitMinutes: minutes(60) }],
        },
        {
          account: lucia.account,
          minutes: minutes(-90),
          balanceAfterMinutes: minutes(-90),
          warnings: [{ kind: 'floor', limitMinutes: minutes(-60) }],
        },
      ],
    },
  });
});

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
