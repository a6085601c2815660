import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { turnTo } from '../app/chapters.js';
import type { Detail } from '../app/state.js';
import type { ExchangeDetail, ExchangeRecord, ExchangeState } from '../api/shapes.js';
import { gives, movedMinutes, otherParty } from '../plain/claims.js';
import { dayOf, fullDay, shortDay, timeOf } from '../plain/days.js';
import { balance, duration } from '../plain/durations.js';
import { categoryName, firstName } from '../plain/names.js';
import { words } from '../words/past.js';
import { icon, type Icon } from './icons.js';
import { nameOf, section, softButton, titleOf } from './parts.js';

export function exchangeView(app: App, level: number): TemplateResult {
  const { detail } = app.state;
  if (!detail) return html`${titleOf(app, level, '')}`;
  const { exchange } = detail;
  const other = otherParty(app.home.account.id, exchange);
  const gave = gives(app.home.account.id, exchange);
  const time = duration(movedMinutes(exchange));
  const title = gave ? words.youGave(time, nameOf(other)) : words.youReceived(time, nameOf(other));
  return html`<div class="detail">
    ${titleOf(app, level, title)} ${stateLine(exchange.state)}
    <dl class="facts-table">
      ${factsOf(app, detail).map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${section(level, words.whatHappened(), 'what-happened')}
    <ol class="timeline">
      ${exchange.records.map((record) => html`<li>${recordLine(app, exchange, record)}</li>`)}
    </ol>
    ${app.home.membership.suspendedSince !== null ? nothing : again(app, detail)}
  </div>`;
}

const looks: Readonly<Record<ExchangeState, readonly [Icon, string, () => string]>> = {
  LOGGED: ['clock', 'wait', words.stateLogged],
  POSTED: ['check-circle', 'ok', words.statePosted],
  DECLINED: ['error', 'quiet', words.stateDeclined],
  WITHDRAWN: ['info-circle', 'quiet', words.stateWithdrawn],
  EXPIRED: ['clock', 'quiet', words.stateExpired],
};

function stateLine(state: ExchangeState): TemplateResult {
  const [sign, look, say] = looks[state];
  return html`<p class="state ${look}">${icon(sign)}<span>${say()}</span></p>`;
}

function factsOf(app: App, { exchange, balanceAfterMinutes }: Detail): readonly (readonly [string, string])[] {
  const { category, serviceDate, hub, entryNumber, note, records } = exchange;
  const sheet = records.find((record) => record.sheet !== null)?.sheet;
  const facts: (readonly [string, string | undefined])[] = [
    [words.detailWhat(), category === null ? undefined : categoryName(category)],
    [words.detailWhen(), fullDay(serviceDate, app.language)],
    [words.detailWhere(), hub.name ?? undefined],
    [words.detailNote(), note ?? undefined],
    [words.balanceAfter(), balanceAfterMinutes === undefined ? undefined : balance(balanceAfterMinutes, app.language)],
    [words.entryNumber(), entryNumber === null ? undefined : new Intl.NumberFormat(app.language).format(entryNumber)],
    [words.sheet(), sheet ?? undefined],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
}

function recordLine(app: App, exchange: ExchangeDetail, record: ExchangeRecord): TemplateResult {
  const { timeZone } = app.home.bank.rules;
  const when = `${shortDay(dayOf(record.at, timeZone), app.language)}, ${timeOf(record.at, app.language, timeZone)}`;
  const what = actWords(record, exchange);
  const forName = record.actedFor?.displayName ?? undefined;
  return html`<span class="day">${when}</span>
    <span
      >${forName === undefined ? what : words.forMember(what, forName)}${record.words === null ? nothing : html`: «${record.words}»`}</span
    >`;
}

function actWords({ act, byYou, byName, minutes, sheet }: ExchangeRecord, { atDesk, hub }: ExchangeDetail): string {
  const name = byName ?? '';
  switch (act) {
    case 'LOGGED':
      if (atDesk) return words.deskLogged(hub.name ?? '', name);
      return byYou ? words.youLogged() : words.nameLogged(name);
    case 'ANSWERED':
      return byYou ? words.youProposed(duration(minutes)) : words.nameProposed(name, duration(minutes));
    case 'CONFIRMED':
      return byYou ? words.youConfirmed() : words.nameConfirmed(name);
    case 'DECLINED':
      return byYou ? words.youDeclined() : words.nameDeclined(name);
    case 'WITHDRAWN':
      return byYou ? words.youWithdrew() : words.nameWithdrew(name);
    case 'EXPIRED':
      return words.expiredBy();
    case 'SHEET':
      return words.bySheet(hub.name ?? '', name, sheet ?? '');
    case 'IMPORTED':
      return words.imported();
  }
}

function again(app: App, { exchange }: Detail): TemplateResult {
  const isGiver = gives(app.home.account.id, exchange);
  const other = isGiver ? exchange.receiver : exchange.provider;
  const direction = isGiver ? 'gave' : 'received';
  const person = { ...other, number: null, hub: null };
  return softButton(
    words.logAgain(firstName(other.displayName)),
    () =>
      void turnTo(app, 'forms', ({ startLogging }) => {
        startLogging(app, direction, 'log-again', person);
      }),
    'log-again',
  );
}
