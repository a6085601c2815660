import type { Message } from '#kernel';
import type { PersonErrorCode } from '../domain/person/person.errors.js';

export const membershipMessages: Readonly<Record<PersonErrorCode, Message>> = {
  NAME_MISSING: { it: 'Scrivi un nome.', en: 'Write a name.' },
  NAME_TOO_LONG: {
    it: 'Il nome ha al massimo {lengthMax} caratteri.',
    en: 'A name has at most {lengthMax} characters.',
  },
  EMAIL_INVALID: { it: 'Questo non è un indirizzo e-mail.', en: 'This is not an e-mail address.' },
  KNOWN_ELSEWHERE: {
    it: 'Questa persona è conosciuta anche altrove, con lo stesso accesso: l’indirizzo può cambiarlo solo lei.',
    en: 'This person is known elsewhere too, with the same sign-in: only they can change the address.',
  },
  CONSOLE_ONLY: {
    it: 'Hai un ruolo: cambia il tuo indirizzo dalla console, entrando con il codice che ricevi per e-mail.',
    en: 'You hold a role: change your address in the console, signing in with the code that is mailed to you.',
  },
  ERASURE_NOT_CONFIRMED: {
    it: 'Per cancellare tutto scrivi CANCELLA nel campo di conferma.',
    en: 'To erase everything write ERASE in the field that confirms it.',
  },
  PERSON_STILL_BOUND: {
    it: 'Prima va chiuso ciò che resta aperto:[ ruoli ({roles})][ deleghe ricevute ({mandates})].',
    en: 'What is still open comes to its end first:[ roles ({roles})][ mandates held ({mandates})].',
  },
  NOTICE_UNKNOWN: {
    it: 'La rete non ha questa edizione dell’informativa.',
    en: 'The network has no such edition of its notice.',
  },
  PERSON_ALREADY_REGISTERED: { it: 'Questa persona è già registrata.', en: 'This person is registered already.' },
};
