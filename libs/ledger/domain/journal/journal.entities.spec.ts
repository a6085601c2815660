import { idOf, type Asked } from '#testing';
import type { JournalCommand } from './journal.commands.js';
import { entityOf, targetOf } from './journal.entities.js';
import type { JournalEvent } from './journal.events.js';
import { answer, confirm, decline, expire, log, withdraw } from './testing/asked.js';
import {
  admitted,
  balance,
  bankOpened,
  claimId,
  erased,
  facts,
  granted,
  hubServed,
  limitsSet,
  logged,
  mandateGiven,
  readmitted,
  suspended,
} from './testing/past.js';
import {
  ada,
  bank,
  by,
  carla,
  dina,
  grantIdOf,
  hub,
  lucia,
  mandateIdOf,
  networkCause,
  otherHub,
  piero,
} from './testing/people.js';
import {
  admit,
  elsewhere,
  end,
  erase,
  give,
  grant,
  importing,
  limit,
  open,
  move,
  place,
  readmit,
  revoke,
  row,
  serve,
  suspend,
} from './testing/keeping.js';

test.each<readonly [Asked<JournalCommand>, string | undefined]>([
  [open(), undefined],
  [serve(otherHub, by(ada)), undefined],
  [place(hub, 9), hub],
  [move(), undefined],
  [admit(by(dina)), undefined],
  [suspend(by(dina), carla), carla.account],
  [readmit(by(dina), carla), carla.account],
  [limit(by(dina), carla, {}), carla.account],
  [erase(by(carla)), carla.account],
  [give(by(carla)), undefined],
  [end(by(carla)), mandateIdOf(piero, carla)],
  [grant(by(ada)), undefined],
  [revoke(by(ada)), grantIdOf(dina, 'coordinator')],
  [log(by(carla)), undefined],
  [confirm(by(lucia)), claimId],
  [decline(by(lucia)), claimId],
  [answer(by(lucia), 60), claimId],
  [withdraw(by(carla)), claimId],
  [expire({ system: 'deadlines' }, ''), claimId],
  [importing([row]), undefined],
])('a command is about what exists already: $command.name %#', ({ command }, target) => {
  expect(targetOf(command)).toBe(target);
});

const reason = { keys: [], nonce: '', text: '' };
const closed = { facts, follows: 6 };

test.each<readonly [JournalEvent, string | undefined]>([
  [bankOpened(), bank],
  [hubServed(), hub],
  [{ type: 'HubPlaced', data: { hub, ancestors: [], from: facts.serviceDate, cause: networkCause } }, hub],
  [{ type: 'JournalMoved', data: { to: elsewhere } }, undefined],
  [admitted(carla), carla.account],
  [suspended(carla, '2026-03-01'), carla.account],
  [readmitted(carla, '2026-03-01'), carla.account],
  [limitsSet(carla, {}), carla.account],
  [erased(carla), carla.account],
  [mandateGiven(piero, carla), mandateIdOf(piero, carla)],
  [
    {
      type: 'MandateEnded',
      data: { mandate: mandateIdOf(piero, carla), account: carla.account, person: piero.person },
    },
    mandateIdOf(piero, carla),
  ],
  [granted(dina, 'auditor'), grantIdOf(dina, 'auditor')],
  [
    {
      type: 'RoleRevoked',
      data: { grant: grantIdOf(dina, 'auditor'), person: dina.person, role: 'auditor', reason },
    },
    grantIdOf(dina, 'auditor'),
  ],
  [logged().event, claimId],
  [
    {
      type: 'ExchangeAnswered',
      data: { ...closed, by: 'receiver', turn: 'provider', expiresAt: logged().event.data.expiresAt },
    },
    claimId,
  ],
  [balance(carla, 15), idOf('opening Carla')],
  [{ type: 'ExchangeDeclined', data: { ...closed, reason } }, claimId],
  [{ type: 'ExchangeWithdrawn', data: closed }, claimId],
  [{ type: 'ExchangeExpired', data: { ...closed, expiresAt: logged().event.data.expiresAt } }, claimId],
])('a record is about one thing, whose version it raises: $type %#', (event, entity) => {
  expect(entityOf(event)).toBe(entity);
});
