import type { Message } from '#kernel';
import type { NetworkErrorCode } from '../domain/network/network.errors.js';

export const hubsMessages: Readonly<Record<NetworkErrorCode, Message>> = {
  NETWORK_ALREADY_OPEN: { it: 'Questa rete esiste già.', en: 'This network exists already.' },
  ADMINISTRATOR_MISSING: {
    it: 'Una rete ha bisogno di almeno una persona che la amministra.',
    en: 'A network needs at least one person who administers it.',
  },
  NETWORK_HANDLE_INVALID: {
    it: 'Il nome breve ha da 2 a 40 lettere minuscole, cifre o trattini e comincia con una lettera.',
    en: 'The short name has 2 to 40 small letters, digits or dashes and begins with a letter.',
  },
  BANK_HANDLE_TAKEN: {
    it: 'Un’altra banca della rete ha già questo nome breve.',
    en: 'Another bank of the network has this short name already.',
  },
  HUB_HANDLE_TAKEN: {
    it: 'Un altro hub della rete ha già questo nome breve.',
    en: 'Another hub of the network has this short name already.',
  },
  PUBLIC_NAME_INVALID: {
    it: 'Scrivi un nome da 1 a 80 caratteri, senza spazi ai lati.',
    en: 'Write a name of 1 to 80 characters, without spaces around it.',
  },
  PRIVACY_NOTICE_INVALID: {
    it: 'La versione dell’informativa ha al massimo 24 caratteri e almeno una cifra.',
    en: 'The version of the notice has at most 24 characters and at least one digit.',
  },
  PRIVACY_NOTICE_TAKEN: {
    it: 'Questa edizione dell’informativa ha già le sue parole: scegli un altro numero.',
    en: 'This edition of the notice has its words already: choose another number.',
  },
  NOTICE_WORDS_INVALID: {
    it: 'L’informativa ha un titolo (al massimo 120 caratteri) e un testo (al massimo 20.000).',
    en: 'A notice has a title (at most 120 characters) and a text (at most 20,000).',
  },
  RETENTION_OUT_OF_BOUNDS: {
    it: 'Scegli da 6 a 120 mesi e da 30 a 3.650 giorni.',
    en: 'Choose from 6 to 120 months and from 30 to 3,650 days.',
  },
  HUB_BELOW_ITSELF: { it: 'Un hub non può stare sotto sé stesso.', en: 'A hub cannot hang below itself.' },
  BRANCH_PLACED_LATER: {
    it: 'Questo ramo ha già un posto da un altro giorno ({day}): scegli quello o uno dopo.',
    en: 'This branch has a place from {day} already: choose that day or a later one.',
  },
  ORIGIN_INVALID: {
    it: 'Scrivi un indirizzo come https://www.esempio.it, senza percorso.',
    en: 'Write an address such as https://www.example.org, without a path.',
  },
  TOO_MANY_ORIGINS: {
    it: 'Sono ammessi al massimo {originsMax} indirizzi.',
    en: 'At most {originsMax} addresses are allowed.',
  },
  OPENING_HOURS_INVALID: {
    it: 'Scrivi gli orari su una riga, al massimo {lengthMax} caratteri: mar e gio 15:00–18:00.',
    en: 'Write the hours on one line of at most {lengthMax} characters: Tue and Thu 15:00–18:00.',
  },
  PHONE_INVALID: {
    it: 'Scrivi il numero con cifre e spazi: 02 0000 0000.',
    en: 'Write the number with digits and spaces: 02 0000 0000.',
  },
  DESK_EMAIL_INVALID: {
    it: 'Scrivi un solo indirizzo e-mail: sportello@posta.it.',
    en: 'Write one e-mail address alone: desk@mail.com.',
  },
};
