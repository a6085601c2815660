import type { Message } from '#kernel';

/** What is wrong with an input, by the name of class-validator's rule; `{a}` and `{b}` are the rule's own numbers. */
export const inputWords: Readonly<Record<string, Message>> = {
  isLength: { it: 'Servono da {a} a {b} caratteri.', en: 'It takes {a} to {b} characters.' },
  maxLength: { it: 'Sono ammessi al massimo {a} caratteri.', en: 'At most {a} characters are allowed.' },
  matches: { it: 'Il valore non ha la forma richiesta.', en: 'The value does not have the form asked for.' },
  min: { it: 'Il valore più basso ammesso è {a}.', en: 'The lowest value allowed is {a}.' },
  max: { it: 'Il valore più alto ammesso è {a}.', en: 'The highest value allowed is {a}.' },
  isIn: { it: 'Il valore non è tra quelli ammessi.', en: 'The value is not one of those allowed.' },
  isEmail: { it: 'Questo non è un indirizzo e-mail.', en: 'This is not an e-mail address.' },
  arrayMaxSize: { it: 'Sono ammesse al massimo {a} voci.', en: 'At most {a} items are allowed.' },
  arrayMinSize: { it: 'Servono almeno {a} voci.', en: 'At least {a} items are needed.' },
  isDay: { it: 'Questo giorno non esiste.', en: 'There is no such day.' },
  isOrigin: {
    it: 'Scrivi un indirizzo come https://www.esempio.it, senza percorso.',
    en: 'Write an address such as https://www.example.org, without a path.',
  },
};

export const wrongValue: Message = { it: 'Il valore non è ammesso.', en: 'The value is not allowed.' };
export const unreadableText: Message = {
  it: 'Il testo contiene un carattere che non si può conservare.',
  en: 'The text holds a character that cannot be kept.',
};
