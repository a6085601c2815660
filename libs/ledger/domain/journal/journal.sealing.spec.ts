import type { KeyOwner } from '#kernel';
import { frozenView, idOf, newId, recordedOf, type Asked } from '#testing';
import type { JournalCommand } from './journal.commands.js';
import { journal } from './journal.definition.js';
import { answer, confirm, decline, expire, log, withdraw } from './testing/asked.js';
import { bankOf, given, type Past } from './testing/given.js';
import { facts, granted, logged, mandateGiven } from './testing/past.js';
import {
  ada,
  bank,
  bankStream,
  by,
  carla,
  dina,
  grantIdOf,
  hub,
  lucia,
  mandateIdOf,
  otherHub,
  piero,
  stranger,
  type Someone,
} from './testing/people.js';
import {
  admit,
  end,
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

const ofBank: readonly KeyOwner[] = [{ kind: 'bank', id: bank }];
const of = (...members: readonly Someone[]): readonly KeyOwner[] =>
  members.map(({ account }) => ({ kind: 'membership', id: account }));

function placeOf({ command }: Asked<JournalCommand>, field: string, past: Past) {
  return journal.sealing(command, field, frozenView(given(...past).state), newId, {});
}

const claimed: Past = [...bankOf(), mandateGiven(piero, carla), granted(piero, 'auditor'), logged()];
const parties = of(carla, lucia);

/** A text is unreadable once any of its owners is erased: who is missing here would leave words behind. */
test.each<readonly [string, Asked<JournalCommand>, string, readonly KeyOwner[]]>([
  ['LogExchange note', log(by(carla)), newId('exchange'), parties],
  ['ConfirmExchange note', confirm(by(lucia)), facts.exchange, parties],
  ['DeclineExchange reason', decline(by(lucia), 'no'), facts.exchange, parties],
  ['AnswerExchange answer', answer(by(lucia), 60), facts.exchange, parties],
  ['WithdrawExchange reason', withdraw(by(carla)), facts.exchange, parties],
  ['ExpireExchange reason', expire({ system: 'deadlines' }, ''), facts.exchange, parties],
  ['SuspendMember reason', suspend(by(dina), carla), carla.account, of(carla)],
  ['ReadmitMember reason', readmit(by(dina), carla), carla.account, of(carla)],
  ['SetLimits reason', limit(by(dina), carla, {}), carla.account, of(carla)],
  ['GiveMandate reason', give(by(dina)), newId('mandate'), of(carla)],
  ['EndMandate reason', end(by(dina)), mandateIdOf(piero, carla), of(carla)],
  ['GrantRole reason', grant(by(ada)), newId('grant'), of(piero)],
  ['RevokeRole reason', revoke(by(ada), grantIdOf(piero, 'auditor')), grantIdOf(piero, 'auditor'), of(piero)],
  ['AdmitMember reason', admit(by(dina)), newId('account'), ofBank],
  ['OpenBank reason', open(), bank, ofBank],
  ['ServeHub reason', serve(otherHub, by(ada)), bank, ofBank],
  ['PlaceHub reason', place(hub, 9), bank, ofBank],
  ['MoveJournal reason', move(), bank, ofBank],
])('the text of %s is sealed under those it is about', (text, asked, entity, owners) => {
  const [name, field = ''] = text.split(' ');
  expect(asked.command.name).toBe(name);
  expect(placeOf(asked, field, claimed)).toEqual({ entity, field, owners });
});

test('the note of a row of an import is sealed as the note of its own exchange', () => {
  const back = { ...row, provider: lucia.account, receiver: piero.account };
  const field = (text: string) => placeOf(importing([row, back]), text, claimed);

  expect(field('note.0')).toEqual({ entity: newId('exchange', 0), field: 'note', owners: parties });
  expect(field('note.1')).toEqual({ entity: newId('exchange', 1), field: 'note', owners: of(lucia, piero) });
});

test('what is about a closed exchange is its parties’, known from its last record', () => {
  const { state } = given(...bankOf());
  const event = { type: 'ExchangeWithdrawn', data: { facts, follows: 6 } } as const;
  const last = recordedOf(bankStream, event, 7);

  expect(journal.sealing(decline(by(lucia)).command, 'reason', frozenView(state), newId, { last })).toEqual({
    entity: facts.exchange,
    field: 'reason',
    owners: parties,
  });
});

test('what is about nobody here is the bank’s', () => {
  const past = bankOf();
  for (const asked of [
    log(by(carla), { provider: stranger.account, receiver: idOf('nobody') }),
    decline(by(lucia), 'no'),
    suspend(by(dina), stranger),
    end(by(dina)),
    grant(by(ada), { person: stranger.person }),
    revoke(by(ada), grantIdOf(piero, 'auditor')),
    importing([]),
  ]) {
    expect(placeOf(asked, 'note.0', past).owners).toEqual(ofBank);
  }
});
