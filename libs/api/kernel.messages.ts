import type { KernelErrorCode, Message } from '#kernel';

export const kernelMessages: Readonly<Record<KernelErrorCode | 'NOT_YET_VISIBLE', Message>> = {
  NOT_FOUND: { it: 'Non lo troviamo.', en: 'We cannot find it.' },
  FORBIDDEN: { it: 'Non puoi farlo: serve un altro ruolo.', en: 'You cannot do this: it takes another role.' },
  NOTHING_TO_CHANGE: {
    it: 'È già così: non c’è nulla da cambiare.',
    en: 'It is so already: there is nothing to change.',
  },
  IDEMPOTENCY_CONFLICT: {
    it: 'Con questa chiave hai già inviato un’altra richiesta.',
    en: 'You have already sent another request with this key.',
  },
  STALE_VERSION: {
    it: 'Nel frattempo è cambiato qualcosa: rileggi e riprova.',
    en: 'Something has changed in the meantime: read it again and retry.',
  },
  TRY_AGAIN: {
    it: 'In questo momento non possiamo registrare. Nulla è andato perso: riprova tra poco.',
    en: 'We cannot record at the moment. Nothing is lost: try again shortly.',
  },
  EVENT_TOO_LARGE: {
    it: 'È troppo lungo per essere registrato: accorcia i testi.',
    en: 'It is too long to be recorded: shorten the texts.',
  },
  DOCUMENT_NUMBER_INVALID: {
    it: 'Scrivi il numero del documento: al massimo 24 caratteri e almeno una cifra.',
    en: 'Write the number of the document: at most 24 characters and at least one digit.',
  },
  JOURNAL_MOVED: {
    it: 'I registri di questa banca sono stati spostati in un altro archivio: rivolgiti a chi amministra il sistema.',
    en: 'The books of this bank have moved to another store: ask whoever administers the system.',
  },
  NOT_YET_VISIBLE: {
    it: 'La tua ultima registrazione non è ancora visibile qui: riprova tra poco.',
    en: 'Your last record is not visible here yet: try again shortly.',
  },
};
