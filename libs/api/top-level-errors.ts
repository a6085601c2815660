import type { Facts, Message } from '#kernel';

/** The only codes an error outside `data` ever has; every expected refusal is data. */
export const topLevelCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type TopLevelCode = (typeof topLevelCodes)[number];

/** HTTP status of an answer that holds nothing but such an error. */
export const statusOf: Readonly<Record<TopLevelCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** An error that is meant to be read, in the reader's language; it says nothing of the inside. */
export class TopLevelError extends Error {
  override readonly name = 'TopLevelError';

  constructor(
    readonly code: TopLevelCode,
    readonly words: Message,
    readonly field?: string,
    readonly facts: Facts = {},
  ) {
    super(code);
  }
}

export const unauthenticated: Message = {
  it: 'Accedi per continuare: il tuo accesso manca o è scaduto.',
  en: 'Sign in to go on: your sign-in is missing or has expired.',
};
export const unavailable: Message = {
  it: 'Il servizio non risponde in questo momento. Riprova tra poco.',
  en: 'The service does not answer at the moment. Try again shortly.',
};
export const tooManyOperations: Message = {
  it: 'Troppe richieste in poco tempo. Riprova tra {seconds} s.',
  en: 'Too many requests in a short time. Try again in {seconds} s.',
};
/** The idempotency key makes it safe. */
export const outcomeUnknown: Message = {
  it: 'Non sappiamo ancora se è stato registrato. Invia di nuovo la stessa richiesta: conta una volta sola.',
  en: 'We do not know yet whether it was recorded. Send the same request again: it counts once.',
};
export const internal: Message = {
  it: 'Qualcosa non ha funzionato dalla nostra parte. Chi gestisce il servizio lo trova nel registro.',
  en: 'Something went wrong on our side. Those who run the service find it in the log.',
};
