/** A mail that waits, as it lies in the outbox. */
export interface WaitingMail {
  readonly id: string;
  readonly kind: string;
  readonly content: Uint8Array;
  readonly putAt: Date;
  readonly notBefore?: Date;
  readonly ofUseUntil?: Date;
}

/** The outbox as the worker knows it. An ending that finds the mail ended already changes nothing. */
export interface WaitingMails {
  waiting(id: string): Promise<WaitingMail | undefined>;
  sent(id: string): Promise<void>;
  /** There was nobody to send it to, or no use in it any more. */
  dropped(id: string, reason: string): Promise<void>;
  /** Given up: an administrator sees it and may try again. */
  dead(id: string, reason: string): Promise<void>;
}
