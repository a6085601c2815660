import { instant, type AccountId, type BankId, type ExchangeId, type PersonId } from '#kernel';
import { idOf } from '#testing';
import type { ConfirmLink } from '../../ports/mail-links.js';
import { keyedMailLinks } from './keyed-mail-links.js';

const links = keyedMailLinks(new Uint8Array(32).fill(7));
const link: ConfirmLink = {
  bank: idOf<BankId>('Settimo'),
  exchange: idOf<ExchangeId>('Stiro'),
  account: idOf<AccountId>('Lucia'),
  person: idOf<PersonId>('Lucia'),
  revision: 2_303,
  expiresAt: instant(Date.parse('2026-12-15T10:00:00.123Z')),
};
const token = links.confirming(link);
const unsubscribing = links.unsubscribing({ person: link.person, kind: 'reminder' });

test('a link is read as it was written, and fits into one line of a mail', () => {
  expect(links.readConfirming(token)).toEqual(link);
  expect(token).toMatch(/^[\w-]{120}$/);
  expect(links.readUnsubscribing(unsubscribing)).toEqual({ person: link.person, kind: 'reminder' });
});

test('every byte of it counts', () => {
  const bytes = Buffer.from(token, 'base64url');
  for (let place = 0; place < bytes.length; place += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
    expect(links.readConfirming(changed.toString('base64url'))).toBeUndefined();
  }
});

test('half of it, more of it, or another writing of it is none', () => {
  const others = [token.slice(0, 60), token.slice(0, -1), `${token}A`, `${token}=`, token.toUpperCase(), '', 'à', '..'];
  for (const other of others) expect(links.readConfirming(other)).toBeUndefined();
});

test('one purpose does not open the other, nor another key either', () => {
  expect(links.readUnsubscribing(token)).toBeUndefined();
  expect(links.readConfirming(unsubscribing)).toBeUndefined();
  expect(keyedMailLinks(new Uint8Array(32)).readConfirming(token)).toBeUndefined();
});
