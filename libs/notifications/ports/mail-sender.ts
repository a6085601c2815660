import type { Letter } from '../domain/mail/letter.js';

export interface AddressedLetter {
  /** Follows from the mail's id: where a mail goes out twice, whoever receives it can tell. */
  readonly id: string;
  readonly to: string;
  readonly date: Date;
  readonly letter: Letter;
}

export type SendOutcome =
  | { readonly status: 'sent' }
  /** For good: this address or this mail is not taken. */
  | { readonly status: 'refused'; readonly reason: string }
  /** Not now: worth another try. */
  | { readonly status: 'delayed'; readonly reason: string };

export interface MailSender {
  /** Never throws for what a mail server does. @param signal gives up what is under way */
  send(letter: AddressedLetter, signal: AbortSignal): Promise<SendOutcome>;
}
