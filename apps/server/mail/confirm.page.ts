import { say, wordsOf, type Language } from '#api';
import { unreachable } from '#kernel';
import {
  balanceAfterwards,
  balanceNow,
  categoryInWords,
  fullDay,
  inHours,
  lastDay,
  type Confirmation,
  type ExchangeSeen,
} from '#notifications';
import { button, mailPage, paragraph, way } from './mail-page.js';

/** What the page says in one language; `other`: who asks. */
interface ConfirmWords {
  readonly says: (seen: ExchangeSeen, hours: string) => string;
  readonly confirm: string;
  readonly notRight: string;
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
  readonly notNow: (reason: string) => string;
  readonly help: (hub: string) => string;
  readonly somebody: string;
}

const it: ConfirmWords = {
  says: ({ side, otherName = 'Una persona' }, hours) =>
    side === 'receiver'
      ? `${otherName} dice di averti dato ${hours}`
      : `${otherName} dice di aver ricevuto da te ${hours}`,
  confirm: 'Conferma',
  notRight: 'Non va bene ›',
  answerBy: (day) => `Rispondi entro il ${day}.`,
  confirmed: 'Confermato',
  knows: (other) => `${other} lo sa già.`,
  mistake: 'Se è un errore, parlane con il tuo sportello.',
  close: 'Puoi chiudere questa pagina.',
  already: (day) => `Hai già confermato il ${day}`,
  posted: (day) => `Questa richiesta è confermata dal ${day}`,
  declined: (day) => `Questa richiesta è stata rifiutata il ${day}`,
  expired: (day) => `Questa richiesta è scaduta il ${day}`,
  nothingMoved: 'Nessuna ora è passata.',
  withdrawn: (other) => `${other} ha ritirato la richiesta`,
  takenBack: 'Hai ritirato la richiesta',
  changed: 'Questa richiesta è cambiata',
  changedWay: 'Nel frattempo è stata proposta un’altra durata. Vale l’ultima: la trovi nel tuo conto.',
  account: 'Apri il mio conto ›',
  incomplete: 'Questo indirizzo non è completo',
  incompleteWay: 'Copialo per intero dall’e-mail, o entra.',
  gone: 'Questa richiesta non ti riguarda più',
  notNow: (reason) => `Adesso non si può: ${reason}`,
  help: (hub) => `Serve aiuto? Sportello ${hub}.`,
  somebody: 'Una persona',
};

const en: ConfirmWords = {
  says: ({ side, otherName = 'Somebody' }, hours) =>
    side === 'receiver'
      ? `${otherName} says they gave you ${hours}`
      : `${otherName} says they received ${hours} from you`,
  confirm: 'Confirm',
  notRight: 'Not right ›',
  answerBy: (day) => `Answer by ${day}.`,
  confirmed: 'Confirmed',
  knows: (other) => `${other} knows already.`,
  mistake: 'If it is a mistake, talk to your desk.',
  close: 'You can close this page.',
  already: (day) => `You confirmed this already on ${day}`,
  posted: (day) => `This request was confirmed on ${day}`,
  declined: (day) => `This request was declined on ${day}`,
  expired: (day) => `This request expired on ${day}`,
  nothingMoved: 'No hours moved.',
  withdrawn: (other) => `${other} has withdrawn the request`,
  takenBack: 'You have withdrawn the request',
  changed: 'This request has changed',
  changedWay: 'Another duration was proposed meanwhile. The last one counts: you find it in your account.',
  account: 'Open my account ›',
  incomplete: 'This address is not complete',
  incompleteWay: 'Copy it whole from the mail, or sign in.',
  gone: 'This request is no longer yours',
  notNow: (reason) => `Not possible now: ${reason}`,
  help: (hub) => `Need help? ${hub} desk.`,
  somebody: 'Somebody',
};

const words = { it, en };

/** The page for each state of a claim. */
export function confirmPage(confirmation: Confirmation, language: Language): string {
  const said = words[language];
  switch (confirmation.status) {
    case 'waiting':
      return waitingPage(confirmation, language);
    case 'confirmed': {
      const { seen, balanceMinutes } = confirmation;
      const parts = [balanceNow(balanceMinutes, language), said.knows(seen.otherName ?? said.somebody)];
      return pageOf(seen, language, said.confirmed, [
        ...parts.map((part) => paragraph(part)),
        paragraph(`${said.mistake} ${said.close}`, 'note'),
      ]);
    }
    case 'refused': {
      const { seen, refusal } = confirmation;
      const reason = say(wordsOf(refusal.code), refusal.facts, language);
      return pageOf(seen, language, said.notNow(reason), [account(seen, language)]);
    }
    case 'posted': {
      const { seen, on, byReader } = confirmation;
      const day = fullDay(on, language);
      return pageOf(seen, language, byReader ? said.already(day) : said.posted(day), [account(seen, language)]);
    }
    case 'declined':
    case 'expired': {
      const { seen, on, status } = confirmation;
      return pageOf(seen, language, said[status](fullDay(on, language)), [
        paragraph(said.nothingMoved),
        account(seen, language),
      ]);
    }
    case 'withdrawn': {
      const { seen, byReader } = confirmation;
      const title = byReader ? said.takenBack : said.withdrawn(seen.otherName ?? said.somebody);
      return pageOf(seen, language, title, [paragraph(said.nothingMoved), account(seen, language)]);
    }
    case 'changed': {
      const { seen } = confirmation;
      return pageOf(seen, language, said.changed, [paragraph(said.changedWay), account(seen, language)]);
    }
    case 'gone':
      return mailPage({ language, title: said.gone, parts: [] });
    default:
      return unreachable(confirmation);
  }
}

export function incompletePage(language: Language): string {
  const { incomplete: title, incompleteWay } = words[language];
  return mailPage({ language, title, parts: [paragraph(incompleteWay), way(`Reciproca ›`, '/')] });
}

/** Something is away for a moment. */
export function notNowPage(reason: string, language: Language): string {
  return mailPage({ language, title: words[language].notNow(reason), parts: [] });
}

function waitingPage({ seen, until }: Extract<Confirmation, { status: 'waiting' }>, language: Language): string {
  const said = words[language];
  const { row, movedMinutes, afterMinutes } = seen;
  const day = fullDay(row.serviceDate, language);
  const what = row.category === undefined ? day : `${categoryInWords(row.category)}, ${day}`;
  const hours = inHours(movedMinutes);
  return pageOf(seen, language, said.says(seen, hours), [
    `<div aria-hidden="true">${paragraph(hours, 'duration')}</div>`,
    paragraph(`${what.charAt(0).toUpperCase()}${what.slice(1)}.`),
    paragraph(balanceAfterwards(afterMinutes, language)),
    button(said.confirm),
    way(said.notRight, hubPageOf(seen)),
    paragraph(said.answerBy(lastDay(until, language)), 'note'),
  ]);
}

function pageOf(seen: ExchangeSeen, language: Language, title: string, parts: readonly string[]): string {
  const { bank, hub } = seen;
  const help = words[language].help((language === 'en' && hub.nameEn) || hub.nameIt);
  return mailPage({ language, bank: bank.name, title, parts, help });
}

function account(seen: ExchangeSeen, language: Language): string {
  return way(words[language].account, hubPageOf(seen));
}

function hubPageOf({ hubCalled }: ExchangeSeen): string {
  return `/h/${encodeURIComponent(hubCalled)}`;
}
