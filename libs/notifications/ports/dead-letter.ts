/** A mail that was given up, without a word about whom it was for. */
export interface DeadLetter {
  readonly id: string;
  readonly kind: string;
  readonly putAt: Date;
  readonly endedAt: Date;
  /** `smtp 550`, `unreachable`: never what the mail server wrote, which may hold an address. */
  readonly reason: string;
}
