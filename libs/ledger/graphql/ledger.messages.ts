import type { Message } from '#kernel';
import type { JournalErrorCode } from '../domain/journal/journal.errors.js';

/** A part in square brackets is left out where its facts are not for the reader. */
export const ledgerMessages: Readonly<Record<JournalErrorCode, Message>> = {
  BANK_ALREADY_OPEN: { it: 'Questa banca è già aperta.', en: 'This bank is open already.' },
  HANDLE_INVALID: {
    it: 'Il nome breve ha da 2 a 40 lettere minuscole, cifre o trattini e comincia con una lettera.',
    en: 'The short name has 2 to 40 small letters, digits or dashes and begins with a letter.',
  },
  NAME_INVALID: {
    it: 'Scrivi un nome da 1 a 80 caratteri, senza spazi ai lati.',
    en: 'Write a name of 1 to 80 characters, without spaces around it.',
  },
  BANK_RULE_INVALID: { it: 'Questa regola non va bene: {rule}.', en: 'This rule is not as it must be: {rule}.' },
  ADMINISTRATOR_REQUIRED: {
    it: 'Una banca ha bisogno di almeno una persona che la amministra.',
    en: 'A bank needs at least one person who administers it.',
  },
  HUB_NOT_SERVED: { it: 'La banca non è attiva in questo hub.', en: 'The bank does not serve this hub.' },
  HUB_ALREADY_SERVED: { it: 'La banca è già attiva in questo hub.', en: 'The bank serves this hub already.' },
  REASON_REQUIRED: { it: 'Scrivi il motivo.', en: 'Write the reason.' },
  ALREADY_A_MEMBER: {
    it: 'Questa persona fa già parte della banca.',
    en: 'This person is a member of this bank already.',
  },
  MEMBERSHIP_IN_FUTURE: {
    it: 'Questo giorno deve ancora venire ({since}): scegli oggi o un giorno passato.',
    en: '{since} is still to come: choose today or a past day.',
  },
  OWN_ACCOUNT: {
    it: 'Non puoi decidere sul tuo conto: serve un’altra persona.',
    en: 'You cannot decide about your own account: it takes another person.',
  },
  HOLDS_A_ROLE: {
    it: 'Questa persona ha un ruolo nella banca: può farlo solo chi amministra la banca.',
    en: 'This person holds a role in the bank: only who administers the bank can do this.',
  },
  LIMIT_INVALID: {
    it: 'Il limite in basso è zero o meno, quello in alto zero o più.',
    en: 'The lower limit is zero or less, the upper one zero or more.',
  },
  MANDATE_TO_ONESELF: {
    it: 'Una delega va a un’altra persona, non a chi la dà.',
    en: 'A mandate goes to another person, not to oneself.',
  },
  DATES_IN_WRONG_ORDER: {
    it: 'L’ultimo giorno ({until}) viene prima del primo ({from}).',
    en: 'The last day ({until}) comes before the first ({from}).',
  },
  ALREADY_OVER: { it: 'L’ultimo giorno è già passato: {until}.', en: 'The last day has passed already: {until}.' },
  ROLE_NEEDS_HUB: {
    it: 'Scegli l’hub che questa persona coordinerà.',
    en: 'Choose the hub that this person will coordinate.',
  },
  ROLE_HAS_NO_HUB: {
    it: 'Questo ruolo vale per tutta la banca: togli l’hub.',
    en: 'This role covers the whole bank: leave the hub out.',
  },
  LAST_ADMINISTRATOR: {
    it: 'La banca resterebbe senza chi la amministra: nomina prima un’altra persona.',
    en: 'Nobody would administer the bank any more: name another person first.',
  },
  MEMBER_STILL_BOUND: {
    it: 'Prima va chiuso ciò che resta aperto:[ scambi in attesa ({claims})][ ruoli ({roles})][ deleghe date o ricevute ({mandates})].',
    en: 'What is still open comes to its end first:[ exchanges that wait ({claims})][ roles ({roles})][ mandates given or held ({mandates})].',
  },
  ERASURE_GROUND_INVALID: {
    it: 'Questo motivo non è tuo: chi è socio cancella per propria volontà, chi amministra per un altro motivo.',
    en: 'This ground is not yours to give: members erase at their own wish, administrators on another ground.',
  },
  SELF_EXCHANGE: {
    it: 'Chi dà e chi riceve devono essere due persone diverse.',
    en: 'Who gives and who receives must be two different people.',
  },
  MINUTES_NOT_POSITIVE: { it: 'La durata deve essere maggiore di zero.', en: 'The duration must be more than zero.' },
  MINUTES_NOT_IN_STEPS: {
    it: 'La durata va a passi di {stepMinutes}.',
    en: 'The duration goes in steps of {stepMinutes}.',
  },
  MINUTES_ABOVE_MAX: {
    it: 'Uno scambio dura al massimo {minutesMax}.',
    en: 'One exchange lasts at most {minutesMax}.',
  },
  UNKNOWN_CATEGORY: { it: 'La banca non ha questa categoria.', en: 'The bank does not have this category.' },
  UNKNOWN_STRAND: { it: 'La banca non ha questo filone.', en: 'The bank does not have this strand.' },
  CODE_INVALID: {
    it: 'Qui serve un codice, non un testo libero.',
    en: 'This takes a code, not free words.',
  },
  DESK_ONLY: {
    it: 'Solo uno sportello può indicarlo: lascia vuoto questo campo.',
    en: 'Only a desk may say this: leave the field empty.',
  },
  DESK_IS_PARTY: {
    it: 'Agisci già per una delle due persone: serve un altro sportello.',
    en: 'You act for one of the two people already: it takes another desk.',
  },
  NOT_A_PARTY: {
    it: 'Indica una delle due persone dello scambio.',
    en: 'Name one of the two people of the exchange.',
  },
  PAPER_NUMBER_INVALID: {
    it: 'Il numero del foglio ha al massimo 24 caratteri e almeno una cifra.',
    en: 'The number of the paper has at most 24 characters and at least one digit.',
  },
  PAPER_REQUIRED: {
    it: 'Lo sportello conferma solo con un foglio firmato: scrivi il suo numero.',
    en: 'A desk confirms only with a signed paper: write its number.',
  },
  SERVICE_DATE_IN_FUTURE: {
    it: 'Questo giorno deve ancora venire ({serviceDate}): si registra solo il tempo già dato.',
    en: '{serviceDate} is still to come: only time already given can be logged.',
  },
  BEFORE_MEMBERSHIP: {
    it: 'Quel giorno una delle due persone non era ancora socia.',
    en: 'On that day one of the two people was not a member yet.',
  },
  MEMBER_SUSPENDED: {
    it: 'Quel giorno una delle due persone era sospesa dagli scambi.',
    en: 'On that day one of the two people was suspended from exchanges.',
  },
  MEMBER_GONE: {
    it: 'Una delle due persone non fa più parte della banca.',
    en: 'One of the two people no longer belongs to the bank.',
  },
  TOO_MANY_OPEN_CLAIMS: {
    it: 'Ci sono già {claimsMax} scambi in attesa tra voi due: rispondete prima a quelli.',
    en: 'There are {claimsMax} exchanges waiting between you two already: answer those first.',
  },
  FLOOR_REACHED: {
    it: 'Le ore di chi riceve non bastano: il conto scenderebbe sotto il suo limite.[ Restano {availableMinutes}.]',
    en: 'The receiver has too few hours: the account would fall below its limit.[ {availableMinutes} are left.]',
  },
  CEILING_REACHED: {
    it: 'Il conto di chi dà supererebbe il suo limite.[ Ora il saldo è {availableMinutes}.]',
    en: 'The account of who gives would pass its limit.[ Its balance is {availableMinutes} now.]',
  },
  EXCHANGE_NOT_OPEN: {
    it: 'Questo scambio non aspetta più una risposta.',
    en: 'This exchange does not wait for an answer any more.',
  },
  NOT_YOUR_TURN: { it: 'Ora tocca all’altra persona rispondere.', en: 'It is the other person’s turn to answer.' },
  OWN_CLAIM: {
    it: 'Non puoi rispondere a ciò che hai proposto tu: tocca all’altra persona.',
    en: 'You cannot answer what you proposed yourself: it is for the other person.',
  },
  NOT_WHO_LOGGED: {
    it: 'Può ritirarlo solo chi lo ha registrato.',
    en: 'Only whoever logged it can withdraw it.',
  },
  TOO_MANY_ROWS: {
    it: 'Sono troppe righe in una volta: al massimo {rowsMax}.',
    en: 'Too many rows at once: at most {rowsMax}.',
  },
};
