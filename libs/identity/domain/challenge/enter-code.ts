/** A page that asked for a code and waits for it. */
export interface Challenge {
  readonly triesLeft: number;
  readonly expiresAtMs: number;
  readonly status: 'open' | 'used';
}

export type Entered = { readonly outcome: 'accepted' | 'wrong' | 'over'; readonly challenge: Challenge };

export const challengeMs = 10 * 60_000;
export const triesMax = 5;

export function newChallenge(atMs: number): Challenge {
  return { triesLeft: triesMax, expiresAtMs: atMs + challengeMs, status: 'open' };
}

/**
 * A code typed into the page of a challenge. The code that counts is the last one sent to the address: a fresh one voids
 * all before it, on whichever page it was asked for, so that nobody who asks in another's name takes their page away.
 * Tries are counted for each page: five for whoever guesses, and the rightful person's five are not touched.
 *
 * @param last the challenge whose code was sent last to the same address; perhaps the same one
 * @param isRight what was typed is that code
 */
export function enterCode(challenge: Challenge, last: Challenge, isRight: boolean, atMs: number): Entered {
  const isOver = [challenge, last].some(({ expiresAtMs, status }) => status === 'used' || atMs >= expiresAtMs);
  if (isOver || challenge.triesLeft === 0) return { outcome: 'over', challenge };
  if (isRight) return { outcome: 'accepted', challenge: { ...challenge, status: 'used' } };
  return { outcome: 'wrong', challenge: { ...challenge, triesLeft: challenge.triesLeft - 1 } };
}

/** What people type: with spaces, points or dashes between the digits, and with the wide digits of some keyboards. */
export function digitsTyped(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/[\s.\-\u2010-\u2015]/gu, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
