import type { SendOutcome } from '../../ports/mail-sender.js';

/** Steps of a delivery that are about this mail; a 5xx at any other is about our own settings, and mended by whoever runs the server. */
const aboutTheMail = ['RCPT TO', 'DATA'];

/** What a failure means for the mail. The server's own words are left out: they often repeat the address. */
export function outcomeOf(cause: unknown): SendOutcome {
  if (!(cause instanceof Error)) throw cause;
  const { code, command, responseCode } = cause as SmtpError;
  if (responseCode === undefined && code === undefined) throw cause;
  const reason = responseCode === undefined ? String(code) : `smtp ${String(responseCode)}`;
  const isRefused = (responseCode ?? 0) >= 500 && aboutTheMail.includes(command ?? '');
  return { status: isRefused ? 'refused' : 'delayed', reason };
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}
