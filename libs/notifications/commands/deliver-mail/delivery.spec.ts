import type { PersonId } from '#kernel';
import { idOf } from '#testing';
import type { MailFacts } from '../../domain/mail/mail-words.js';
import type { AddressedLetter, SendOutcome } from '../../ports/mail-sender.js';
import type { SealedMail } from '../../ports/mail-seal.js';
import type { WaitingMail } from '../../ports/waiting-mails.js';
import { Delivery, MailDelayed } from './delivery.js';

const lucia = idOf<PersonId>('Lucia');
const now = Date.parse('2026-11-22T10:50:00.000Z');
const facts = { bank: 'Banca del tempo di Settimo', code: '482913', until: '10:52' };
const content: SealedMail = { to: { person: lucia }, language: 'it', facts };
const mail: WaitingMail = { id: 'one', kind: 'code', content: new Uint8Array(), putAt: new Date(now) };

interface World {
  readonly waiting?: WaitingMail;
  readonly sealed?: SealedMail | Error;
  readonly email?: string;
  readonly outcome?: SendOutcome;
  readonly toldNow?: MailFacts | undefined;
}

/** The outbox as what became of its mail, the mail server as what it was handed. */
async function delivered(world: World, isLastTry = false) {
  const endings: string[] = [];
  const sent: AddressedLetter[] = [];
  const end =
    (how: string) =>
    (id: string, reason = '') => {
      endings.push(`${id} ${how} ${reason}`.trim());
      return Promise.resolve();
    };
  const delivery = new Delivery({
    mails: {
      waiting: () => Promise.resolve('waiting' in world ? world.waiting : mail),
      sent: end('sent'),
      dropped: end('dropped'),
      dead: end('dead'),
    },
    seal: { open: () => opened(world.sealed ?? content) },
    contacts: {
      of: (person) =>
        Promise.resolve(world.email === undefined ? undefined : { person, email: world.email, language: 'it' }),
    },
    facts: (_kind, { facts: put }) => Promise.resolve('toldNow' in world ? world.toldNow : put),
    sender: {
      send: (letter) => {
        sent.push(letter);
        return Promise.resolve(world.outcome ?? { status: 'sent' });
      },
    },
    clock: { now: () => now },
  });
  const failure = await delivery
    .deliver('one', isLastTry, new AbortController().signal)
    .catch((cause: unknown) => cause);
  return { endings, sent, failure };
}

function opened(sealed: SealedMail | Error): SealedMail {
  if (sealed instanceof Error) throw sealed;
  return sealed;
}

const email = 'lucia@example.org';

test('a person is written to where they are reached now', async () => {
  const { endings, sent } = await delivered({ email });
  expect(endings).toEqual(['one sent']);
  expect(sent).toMatchObject([
    { id: 'one', to: email, date: mail.putAt, letter: { subject: 'Il tuo codice: 482913' } },
  ]);
});

test('an address is written to as it was put', async () => {
  const { sent } = await delivered({ sealed: { ...content, to: { address: 'former@example.org', owner: lucia } } });
  expect(sent).toMatchObject([{ to: 'former@example.org' }]);
});

test('what it says is found out as it goes out, and where that is nothing it does not go', async () => {
  const { sent } = await delivered({ email, toldNow: { ...facts, code: '111222' } });
  expect(sent).toMatchObject([{ letter: { subject: 'Il tuo codice: 111222' } }]);
  const answered = await delivered({ email, toldNow: undefined });
  expect(answered).toMatchObject({ endings: ['one dropped nothing to tell any more'], sent: [] });
});

test('a mail that waited for its day is of that day', async () => {
  const notBefore = new Date(now + 1);
  expect(await delivered({ email, waiting: { ...mail, notBefore } })).toMatchObject({ sent: [{ date: notBefore }] });
});

test('a mail that does not wait any more is left alone', async () => {
  const world: World = { email, waiting: undefined as never };
  expect(await delivered(world)).toEqual({ endings: [], sent: [], failure: undefined });
});

test.each([
  { until: now - 1, ending: 'one dropped too late' },
  { until: now, ending: 'one dropped too late' },
  { until: now + 1, ending: 'one sent' },
])('of use until $until: $ending', async ({ until, ending }) => {
  const { endings } = await delivered({ email, waiting: { ...mail, ofUseUntil: new Date(until) } });
  expect(endings).toEqual([ending]);
});

test('whoever has no address, or is erased, is sent nothing', async () => {
  expect(await delivered({})).toMatchObject({ endings: ['one dropped no address'], sent: [] });
});

test.each<[string, World]>([
  ['sealed under another key', { email, sealed: new Error('not a sealed text') }],
  ['of a kind without words', { email, waiting: { ...mail, kind: 'pigeon' } }],
  ['without a fact that its words need', { email, sealed: { ...content, facts: { bank: 'Banca' } } }],
])('a mail %s is given up at once', async (_why, world) => {
  expect(await delivered(world)).toMatchObject({ endings: ['one dead cannot be written'], sent: [] });
});

test('what a mail server refuses is given up at once, with its code', async () => {
  const { endings, failure } = await delivered({ email, outcome: { status: 'refused', reason: 'smtp 550' } });
  expect(endings).toEqual(['one dead smtp 550']);
  expect(failure).toBeUndefined();
});

test('what a mail server takes later is tried again', async () => {
  const { endings, failure } = await delivered({ email, outcome: { status: 'delayed', reason: 'smtp 451' } });
  expect(endings).toEqual([]);
  expect(failure).toEqual(new MailDelayed('smtp 451'));
});

test('after the last try it is given up', async () => {
  const { endings, failure } = await delivered({ email, outcome: { status: 'delayed', reason: 'smtp 451' } }, true);
  expect(endings).toEqual(['one dead smtp 451']);
  expect(failure).toBeUndefined();
});
