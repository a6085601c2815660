import { spoken, type ExchangeSeen } from '#notifications';

export const declineReasons = ['hours', 'never', 'unknown', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** What the page says in one language; `other`: who asks. */
export interface ConfirmWords {
  readonly says: (seen: ExchangeSeen, hours: string) => string;
  readonly confirm: string;
  readonly notRight: string;
  readonly whatIsWrong: string;
  readonly reasons: Readonly<Record<DeclineReason, string>>;
  readonly explain: string;
  readonly readsIt: (other: string) => string;
  readonly decline: string;
  readonly chooseReason: string;
  readonly writeWords: string;
  readonly justDeclined: string;
  readonly seesReason: (other: string) => string;
  readonly answerBy: (day: string) => string;
  readonly confirmed: string;
  readonly knows: (other: string) => string;
  readonly mistake: string;
  readonly close: string;
  readonly already: (day: string) => string;
  readonly posted: (day: string) => string;
  readonly declined: (day: string) => string;
  readonly expired: (day: string) => string;
  readonly nothingMoved: string;
  readonly withdrawn: (other: string) => string;
  readonly takenBack: string;
  readonly changed: string;
  readonly changedWay: string;
  readonly account: string;
  readonly incomplete: string;
  readonly incompleteWay: string;
  readonly gone: string;
  readonly goneWay: string;
  readonly notNow: string;
  readonly tryAgain: string;
  /** A hard limit: of one's own account, and of the other's, whose figures are nobody else's. */
  readonly ownLimit: (limit: string) => string;
  readonly otherLimit: (other: string) => string;
  readonly help: (hub: string, phone: string | null) => string;
  readonly somebody: string;
}

const it: ConfirmWords = {
  says: ({ side, otherName = 'Una persona' }, hours) =>
    side === 'receiver'
      ? `${otherName} dice di averti dato ${hours}`
      : `${otherName} dice di aver ricevuto da te ${hours}`,
  confirm: 'Conferma',
  notRight: 'Non va bene ›',
  whatIsWrong: 'Che cosa non va?',
  reasons: {
    hours: 'Le ore non sono giuste',
    never: 'Non è successo',
    unknown: 'Non conosco questa persona',
    other: 'Altro',
  },
  explain: 'Vuoi spiegare? (facoltativo)',
  readsIt: (other) => `Lo legge ${other}.`,
  decline: 'Rifiuta',
  chooseReason: 'Scegli un motivo.',
  writeWords: 'Con Altro scrivi due parole.',
  justDeclined: 'Rifiutato.',
  seesReason: (other) => `${other} vede il motivo e può registrare di nuovo.`,
  answerBy: (day) => spoken(`Rispondi entro il ${day}`),
  confirmed: 'Confermato.',
  knows: (other) => `${other} lo sa già.`,
  mistake: 'Se è un errore, parlane con il tuo sportello.',
  close: 'Puoi chiudere questa pagina.',
  already: (day) => spoken(`Hai già confermato il ${day}.`),
  posted: (day) => spoken(`Questa richiesta è confermata dal ${day}.`),
  declined: (day) => spoken(`Questa richiesta è stata rifiutata il ${day}.`),
  expired: (day) => spoken(`Questa richiesta è scaduta il ${day}.`),
  nothingMoved: 'Nessuna ora è passata.',
  withdrawn: (other) => `${other} ha ritirato la richiesta.`,
  takenBack: 'Hai ritirato la richiesta.',
  changed: 'Questa richiesta è cambiata.',
  changedWay: 'Nel frattempo è stata proposta un’altra durata. Vale l’ultima: la trovi nel tuo conto.',
  account: 'Apri il mio conto ›',
  incomplete: 'Questo indirizzo non è completo.',
  incompleteWay: 'Copialo per intero dall’e-mail, o entra dalla pagina della tua banca del tempo.',
  gone: 'Questa richiesta non ti riguarda più.',
  goneWay: 'Non c’è niente da fare. Puoi chiudere questa pagina.',
  notNow: 'Adesso non si può.',
  tryAgain: 'Riprova ›',
  ownLimit: (limit) => `Si supera il limite del tuo conto (${limit}). Parlane con lo sportello.`,
  otherLimit: (other) => `Il conto di ${other} non può ricevere altre ore adesso. Parlatene con lo sportello.`,
  help: (hub, phone) => `Serve aiuto? Sportello ${[hub, phone].filter(Boolean).join(', ')}.`,
  somebody: 'Una persona',
};

const en: ConfirmWords = {
  says: ({ side, otherName = 'Somebody' }, hours) =>
    side === 'receiver'
      ? `${otherName} says they gave you ${hours}`
      : `${otherName} says they received ${hours} from you`,
  confirm: 'Confirm',
  notRight: 'Not right ›',
  whatIsWrong: 'What is not right?',
  reasons: {
    hours: 'The hours are wrong',
    never: 'It did not happen',
    unknown: 'I do not know this person',
    other: 'Other',
  },
  explain: 'Would you explain? (optional)',
  readsIt: (other) => `${other} reads it.`,
  decline: 'Decline',
  chooseReason: 'Choose a reason.',
  writeWords: 'With Other, write a few words.',
  justDeclined: 'Declined.',
  seesReason: (other) => `${other} sees the reason and can log again.`,
  answerBy: (day) => `Answer by ${day}`,
  confirmed: 'Confirmed.',
  knows: (other) => `${other} knows already.`,
  mistake: 'If it is a mistake, talk to your desk.',
  close: 'You can close this page.',
  already: (day) => `You confirmed this already on ${day}.`,
  posted: (day) => `This request was confirmed on ${day}.`,
  declined: (day) => `This request was declined on ${day}.`,
  expired: (day) => `This request expired on ${day}.`,
  nothingMoved: 'No hours have moved.',
  withdrawn: (other) => `${other} has withdrawn the request.`,
  takenBack: 'You have withdrawn the request.',
  changed: 'This request has changed.',
  changedWay: 'Another duration was proposed meanwhile. The last one counts: you find it in your account.',
  account: 'Open my account ›',
  incomplete: 'This address is not complete.',
  incompleteWay: 'Copy it whole from the mail, or sign in on the page of your time bank.',
  gone: 'This request is no longer yours.',
  goneWay: 'There is nothing to do. You can close this page.',
  notNow: 'Not possible now.',
  tryAgain: 'Try again ›',
  ownLimit: (limit) => `This goes beyond your account's limit (${limit}). Talk to the desk.`,
  otherLimit: (other) => `${other}'s account cannot receive more hours now. Please talk to the desk.`,
  help: (hub, phone) => `Need help? ${[`${hub} desk`, phone].filter(Boolean).join(', ')}.`,
  somebody: 'Somebody',
};

export const confirmWords = { it, en };
