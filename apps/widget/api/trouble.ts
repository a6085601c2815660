/** What went wrong on the way, as far as whoever uses the page can do something about it. */
export type TroubleKind =
  /** Nothing came back: whether something was done is unknown. */
  | 'away'
  | 'signed-out'
  | 'too-many'
  | 'not-allowed'
  /** A rule of signing in: the words are the server's. */
  | 'refused'
  | 'unexpected';

export class Trouble extends Error {
  override readonly name = 'Trouble';

  constructor(
    readonly kind: TroubleKind,
    readonly code = '',
    readonly waitSeconds = 0,
  ) {
    super(`${kind} ${code}`);
  }
}

export function troubleOf(cause: unknown): Trouble {
  return cause instanceof Trouble ? cause : new Trouble('unexpected', cause instanceof Error ? cause.name : '');
}

const kinds: Readonly<Record<number, TroubleKind>> = { 401: 'signed-out', 429: 'too-many', 503: 'away', 502: 'away' };

export function troubleAt(status: number, code: string, waitSeconds: number): Trouble {
  if (code === 'CODE_WRONG' || code === 'CODE_OVER') return new Trouble('refused', code);
  if (code === 'PAGE_NOT_ALLOWED') return new Trouble('not-allowed', code);
  return new Trouble(kinds[status] ?? 'unexpected', code, waitSeconds);
}
