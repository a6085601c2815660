import { challengeMs, digitsTyped, enterCode, newChallenge, triesMax, type Challenge } from './enter-code.js';

const asked = Date.parse('2026-03-01T10:00:00Z');
const fresh = newChallenge(asked);

describe('entering a code', () => {
  test('the right one is accepted, once', () => {
    const { outcome, challenge } = enterCode(fresh, fresh, true, asked + 1);
    expect({ outcome, status: challenge.status }).toEqual({ outcome: 'accepted', status: 'used' });
    expect(enterCode(challenge, challenge, true, asked + 2).outcome).toBe('over');
  });

  test.each([
    { afterMs: challengeMs - 1, outcome: 'accepted' },
    { afterMs: challengeMs, outcome: 'over' },
  ])('$afterMs ms after it was asked for, the right code is $outcome', ({ afterMs, outcome }) => {
    expect(enterCode(fresh, fresh, true, asked + afterMs).outcome).toBe(outcome);
  });

  test('five may be wrong, and the sixth is not looked at', () => {
    let challenge: Challenge = fresh;
    for (let tries = 0; tries < triesMax; tries++) {
      expect(enterCode(challenge, challenge, true, asked + 1).outcome).toBe('accepted');
      const entered = enterCode(challenge, challenge, false, asked + 1);
      expect(entered.outcome).toBe('wrong');
      challenge = entered.challenge;
    }
    expect(enterCode(challenge, challenge, false, asked + 1).outcome).toBe('over');
    expect(enterCode(challenge, challenge, true, asked + 1).outcome).toBe('over');
  });

  test('one that was asked for in another’s name leaves the person’s own page as it is', () => {
    const last = { ...fresh, triesLeft: 0 };
    expect(enterCode(fresh, last, true, asked + 1).outcome).toBe('accepted');
  });

  test('one that was used on another page is over on this one too', () => {
    expect(enterCode(fresh, { ...fresh, status: 'used' }, true, asked + 1).outcome).toBe('over');
  });
});

test.each([
  ['482913', '482913'],
  ['482 913', '482913'],
  [' 4 8 2 9 1 3 ', '482913'],
  ['482\u00a0913', '482913'],
  ['482-913', '482913'],
  ['482.913', '482913'],
  ['４８２９１３', '482913'],
  ['000000', '000000'],
  ['48291', undefined],
  ['4829130', undefined],
  ['482 91b', undefined],
  ['', undefined],
])('"%s" is read as %s', (typed, code) => {
  expect(digitsTyped(typed)).toBe(code);
});
