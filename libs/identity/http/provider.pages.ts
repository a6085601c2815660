import { say, type Language } from '#api';
import type { Message } from '#kernel';

const back: Message = { it: 'Torna all’accesso', en: 'Back to signing in' };
const goOn: Message = { it: 'Continua', en: 'Continue' };

export const signedIn: Message = { it: 'Accesso riuscito.', en: 'You are signed in.' };
/** Why a sign-in at a provider came to nothing; the last word of the page's address says which. */
export const failures = {
  unknown: {
    it: 'Non conosciamo l’indirizzo e-mail di questo accesso. Entra con un codice, o chiedi allo sportello.',
    en: 'We do not know the e-mail address of this sign-in. Sign in with a code, or ask at the desk.',
  },
  shared: {
    it: 'Più persone usano l’indirizzo e-mail di questo accesso, e non sappiamo chi sei. Entra con un codice.',
    en: 'Several people use the e-mail address of this sign-in, and we cannot tell who you are. Sign in with a code.',
  },
  refused: {
    it: 'Questo accesso non è riuscito o è scaduto. Prova di nuovo.',
    en: 'This sign-in failed or has expired. Try again.',
  },
  away: {
    it: 'Il servizio di accesso non risponde. Riprova tra poco, o entra con un codice.',
    en: 'The sign-in service does not answer. Try again shortly, or sign in with a code.',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type Failure = keyof typeof failures;

/** The cookie of the console goes only with what our own pages ask for: this one takes the browser there. */
export function signedInPage(language: Language): string {
  return page(signedIn, goOn, language, '<meta http-equiv="refresh" content="0;url=/">');
}

export function failurePage(failure: Failure, language: Language): string {
  return page(failures[failure], back, language, '');
}

function page(sentence: Message, link: Message, language: Language, head: string): string {
  const said = say(sentence, {}, language);
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}<title>${said}</title></head>
<body><main><h1>${said}</h1><p><a href="/">${say(link, {}, language)}</a></p></main></body>
</html>
`;
}
