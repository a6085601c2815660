import type { PersonId } from '#kernel';
import { idOf } from '#testing';
import type { SealedMail } from '../../ports/mail-seal.js';
import { mailSeal } from './mail-seal.js';

const seal = mailSeal(new Uint8Array(32).fill(7));
const content: SealedMail = { to: { person: idOf<PersonId>('Lucia') }, language: 'it', facts: { code: '482913' } };

test('what is sealed opens again, and shows nothing of itself', () => {
  const sealed = seal.seal('one', content);
  expect(seal.open('one', sealed)).toEqual(content);
  expect(Buffer.from(sealed).toString('latin1')).not.toContain('482913');
});

test('the same mail is never sealed to the same bytes', () => {
  expect(seal.seal('one', content)).not.toEqual(seal.seal('one', content));
});

test.each<[string, (sealed: Uint8Array) => unknown]>([
  ['for another mail', (sealed) => seal.open('two', sealed)],
  ['under another key', (sealed) => mailSeal(new Uint8Array(32)).open('one', sealed)],
  [
    'once it was changed',
    (sealed) =>
      seal.open(
        'one',
        sealed.map((byte, at) => (at === 14 ? byte ^ 1 : byte)),
      ),
  ],
  ['once it was cut', (sealed) => seal.open('one', sealed.subarray(0, 20))],
])('it does not open %s', (_how, open) => {
  expect(() => open(seal.seal('one', content))).toThrow();
});
