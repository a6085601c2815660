import { say, wordsOf, type Language } from '#api';
import { unreachable } from '#kernel';
import {
  balanceAfterwards,
  balanceInWords,
  balanceNow,
  categoryInWords,
  dayAndYear,
  fullDay,
  inHours,
  lastDay,
  type Confirmation,
  type ExchangeSeen,
} from '#notifications';
import { confirmWords as words } from './confirm.words.js';
import { declinePart, type Declining } from './decline.part.js';
import { button, mailPage, paragraph, way, type MailPage } from './mail-page.js';

type In<Status extends Confirmation['status']> = Extract<Confirmation, { status: Status }>;

/** The page for each state of a claim. @param declining where its forms post to, and what one of them lacks */
export function confirmPage(confirmation: Confirmation, language: Language, declining: Declining): string {
  const said = words[language];
  switch (confirmation.status) {
    case 'waiting':
      return waitingPage(confirmation, language, declining);
    case 'confirmed':
      return confirmedPage(confirmation, language);
    case 'just-declined':
      return declinedPage(confirmation, language);
    case 'refused': {
      const { seen } = confirmation;
      return overPage(seen, language, said.notNow, [paragraph(reasonOf(confirmation, language))]);
    }
    case 'posted': {
      const { seen, on, byReader } = confirmation;
      const day = dayAndYear(on, language);
      const parts = [account(seen, language)];
      return pageOf(seen, language, { title: byReader ? said.already(day) : said.posted(day), sign: 'ok', parts });
    }
    case 'declined':
    case 'expired': {
      const { seen, on, status } = confirmation;
      return overPage(seen, language, said[status](dayAndYear(on, language)), [paragraph(said.nothingMoved)]);
    }
    case 'withdrawn': {
      const { seen, byReader } = confirmation;
      const title = byReader ? said.takenBack : said.withdrawn(firstNameIn(seen, language));
      return overPage(seen, language, title, [paragraph(said.nothingMoved)]);
    }
    case 'changed':
      return overPage(confirmation.seen, language, said.changed, [paragraph(said.changedWay)]);
    case 'gone':
      return mailPage({ language, title: said.gone, sign: 'over', parts: [paragraph(said.goneWay)] });
    default:
      return unreachable(confirmation);
  }
}

export function incompletePage(language: Language): string {
  const { incomplete: title, incompleteWay } = words[language];
  return mailPage({ language, title, sign: 'over', parts: [paragraph(incompleteWay)] });
}

/** Something is away for a moment. */
export function notNowPage(reason: string, language: Language): string {
  const { notNow: title, tryAgain } = words[language];
  return mailPage({ language, title, sign: 'over', parts: [paragraph(reason), way(tryAgain, '')] });
}

function waitingPage({ seen, until }: In<'waiting'>, language: Language, declining: Declining): string {
  const said = words[language];
  const { row, movedMinutes, afterMinutes } = seen;
  const day = fullDay(row.serviceDate, language);
  const what = row.category === undefined ? day : `${categoryInWords(row.category)}, ${day}`;
  const hours = inHours(movedMinutes);
  return pageOf(seen, language, {
    title: said.says(seen, hours),
    parts: [
      `<div aria-hidden="true">${paragraph(hours, 'duration')}</div>`,
      paragraph(`${what.charAt(0).toUpperCase()}${what.slice(1)}.`),
      paragraph(balanceAfterwards(afterMinutes, language)),
      button(said.confirm, '', declining.page),
      declinePart(declining, firstNameIn(seen, language), language),
      paragraph(said.answerBy(lastDay(until, language)), 'note'),
    ],
  });
}

function confirmedPage({ seen, balanceMinutes }: In<'confirmed'>, language: Language): string {
  const said = words[language];
  return pageOf(seen, language, {
    title: said.confirmed,
    sign: 'ok',
    parts: [
      paragraph(balanceNow(balanceMinutes, language)),
      paragraph(said.knows(firstNameIn(seen, language))),
      paragraph(`${said.mistake} ${said.close}`, 'note'),
    ],
  });
}

function declinedPage({ seen }: In<'just-declined'>, language: Language): string {
  const { justDeclined: title, seesReason, nothingMoved, close } = words[language];
  const parts = [paragraph(`${seesReason(firstNameIn(seen, language))} ${nothingMoved}`), paragraph(close, 'note')];
  return pageOf(seen, language, { title, sign: 'ok', parts });
}

/** Whose limit it is, and never the other's figures. */
function reasonOf({ seen, refusal }: In<'refused'>, language: Language): string {
  const { ownLimit, otherLimit, somebody } = words[language];
  const limited = { FLOOR_REACHED: 'receiver', CEILING_REACHED: 'provider' }[refusal.code];
  if (limited === undefined) return say(wordsOf(refusal.code), refusal.facts, language);
  if (limited !== seen.side) return otherLimit(seen.otherName ?? somebody);
  return ownLimit(balanceInWords(Number(refusal.facts['limitMinutes']), language));
}

function firstNameIn({ otherName }: ExchangeSeen, language: Language): string {
  return otherName?.split(' ')[0] ?? words[language].somebody;
}

/** Nothing is left to press but the way to one's account. */
function overPage(seen: ExchangeSeen, language: Language, title: string, parts: readonly string[]): string {
  return pageOf(seen, language, { title, sign: 'over', parts: [...parts, account(seen, language)] });
}

function pageOf(seen: ExchangeSeen, language: Language, page: Pick<MailPage, 'title' | 'sign' | 'parts'>): string {
  const { bank, hub } = seen;
  const help = words[language].help((language === 'en' && hub.nameEn) || hub.nameIt, hub.phone);
  return mailPage({ language, bank: bank.name, help, ...page });
}

function account(seen: ExchangeSeen, language: Language): string {
  return way(words[language].account, hubPageOf(seen));
}

function hubPageOf({ hubCalled }: ExchangeSeen): string {
  return `/h/${encodeURIComponent(hubCalled)}`;
}
