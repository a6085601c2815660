import type { Message } from '#kernel';
import type { IdentityErrorCode } from '../domain/identity.errors.js';

export const identityMessages: Readonly<Record<IdentityErrorCode, Message>> = {
  CODE_WRONG: {
    it: 'Il codice non è giusto: controlla e riprova.',
    en: 'The code is not right: check it and try again.',
  },
  CODE_OVER: { it: 'Questo codice non vale più: chiedine un altro.', en: 'This code is over: ask for another one.' },
  ASKED_TOO_OFTEN: {
    it: 'Troppe richieste in poco tempo: riprova tra {waitMinutes}. Un codice già arrivato vale ancora.',
    en: 'Too many requests in a short time: try again in {waitMinutes}. A code that has arrived still holds.',
  },
  MEMBER_HAS_EMAIL: {
    it: 'Questa persona ha un indirizzo e-mail: i codici le arrivano lì.',
    en: 'This person has an e-mail address: codes are sent there.',
  },
  PAGE_NOT_ALLOWED: {
    it: 'Da questa pagina non si può accedere: usa la pagina del tuo hub.',
    en: 'This page cannot sign anybody in: use the page of your hub.',
  },
};
