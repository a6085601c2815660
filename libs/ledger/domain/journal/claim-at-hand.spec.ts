import { Forbidden, NotFound, type Actor, type ImportId } from '#kernel';
import { idOf } from '#testing';
import { DeskIsParty, ExchangeNotOpen } from './exchange.errors.js';
import { answer, confirm, decline, withdraw } from './testing/asked.js';
import { bankOf, given, type Past } from './testing/given.js';
import { facts, logged, mandateGiven } from './testing/past.js';
import { ada, by, byFor, carla, dina, lucia, piero } from './testing/people.js';

const verbs = {
  confirming: confirm,
  declining: decline,
  answering: (actor: Actor) => answer(actor, 0),
  withdrawing: withdraw,
} as const;
const closed: Past = [logged(), { type: 'ExchangeWithdrawn', data: { facts, follows: 6 } }];
const system = { system: 'deadlines' };
const imported = { import: idOf<ImportId>('import'), person: ada.person };

/** Each step mends the first thing that is wrong. */
test.each(Object.entries(verbs))(
  '%s asks first, in this order, for a bank, a person, a right, an open claim',
  (_verb, ask) => {
    given().when(ask(system)).refuses(NotFound);
    given(...bankOf())
      .when(ask(system))
      .refuses(Forbidden);
    given(...bankOf())
      .when(ask(imported))
      .refuses(Forbidden);
    given(...bankOf())
      .when(ask(by(carla)))
      .refuses(NotFound, {});
    for (const actor of [by(piero), byFor(piero, lucia), by(ada)]) {
      given(...bankOf(), ...closed)
        .when(ask(actor))
        .refuses(NotFound, {});
    }
    given(...bankOf(), mandateGiven(dina, carla), ...closed)
      .when(ask(by(dina)))
      .refuses(DeskIsParty);
    for (const actor of [by(carla), by(lucia), by(dina)]) {
      given(...bankOf(), ...closed)
        .when(ask(actor))
        .refuses(ExchangeNotOpen, { status: 'withdrawn' });
    }
  },
);
