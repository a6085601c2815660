import type { Mail } from '#kernel';

/** What of a mail is somebody's own business, and therefore lies sealed for as long as it waits. */
export type SealedMail = Pick<Mail, 'to' | 'language' | 'facts'>;

export interface MailSeal {
  seal(id: string, content: SealedMail): Uint8Array;
  /** @throws when it was changed, sealed under another key or for another id */
  open(id: string, sealed: Uint8Array): SealedMail;
}
