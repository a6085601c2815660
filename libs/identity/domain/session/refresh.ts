/** What a sign-in on a hub's page is kept up with: each refresh token replaces the one before. */
export interface Family {
  /** How often the token was replaced; the one of this generation is the last given out. */
  readonly generation: number;
  /** When that one was given out. */
  readonly rotatedAtMs: number;
  /** Whatever is done, it is over then. */
  readonly endsAtMs: number;
  readonly status: 'open' | 'ended';
}

export interface Presented {
  readonly generation: number;
  /** It came with the secret of the device that signed in. */
  readonly isSameDevice: boolean;
}

export type Refreshed =
  /** The next token takes its place. */
  | { readonly outcome: 'rotated'; readonly family: Family }
  /** Sent twice in a moment: the same successor again. */
  | { readonly outcome: 'repeated'; readonly family: Family }
  /** Two hold the family's tokens: nobody does any more. */
  | { readonly outcome: 'revoked'; readonly family: Family }
  | { readonly outcome: 'over' };

/** An answer may be lost on a bad network, and two pages of one device may ask at once. */
export const graceMs = 20_000;
/** Who does not come back for so long signs in again. */
export const idleMsMax = 30 * 86_400_000;
export const familyMsMax = 180 * 86_400_000;

/** What becomes of a family when one of its tokens is presented. The token itself was found to be genuine. */
export function refresh(family: Family, { generation, isSameDevice }: Presented, atMs: number): Refreshed {
  if (family.status === 'ended' || atMs >= family.endsAtMs) return { outcome: 'over' };
  if (!isSameDevice) return revoked(family);
  const ageMs = atMs - family.rotatedAtMs;
  if (generation === family.generation) {
    if (ageMs >= idleMsMax) return { outcome: 'over' };
    return { outcome: 'rotated', family: { ...family, generation: generation + 1, rotatedAtMs: atMs } };
  }
  const wasJustReplaced = generation === family.generation - 1 && ageMs < graceMs;
  return wasJustReplaced ? { outcome: 'repeated', family } : revoked(family);
}

function revoked(family: Family): Refreshed {
  return { outcome: 'revoked', family: { ...family, status: 'ended' } };
}
