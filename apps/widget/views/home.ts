import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { chapter, turnTo } from '../app/chapters.js';
import type { Home } from '../app/state.js';
import type { Exchange, Line } from '../api/shapes.js';
import { awaits } from '../plain/claims.js';
import { dayOf, fullDay, longDay, shortDay, timeOf } from '../plain/days.js';
import { balance, duration, sideOf, sideWords, spokenBalance } from '../plain/durations.js';
import type { Direction } from '../plain/log-form.js';
import { categoryName } from '../plain/names.js';
import { words } from '../words/words.js';
import { claimCard } from './claim-card.js';
import { icon, type Icon } from './icons.js';
import { linkRow, nameOf, note, section, signedTime } from './parts.js';
import { waitingLine } from './waiting-line.js';

const cardsMax = 2;
const linesMax = 5;
const slackMs = 10 * 60_000;

/** No heading of its own: the balance is what the view is about, and its sections stand where a title would. */
export function homeView(app: App, level: number): TemplateResult {
  const { home } = app;
  const { awaited, waiting } = claimsOf(app, home);
  const isNew = awaited.length === 0 && home.account.statement.edges.length === 0;
  return html`<div class="home">
    <div class="main-column">
      ${notices(app)} ${balanceBlock(app)}
      ${app.state.outbox.length === 0 ? nothing : chapter('forms')?.waitingOutbox(app, level)}
      ${awaited.length === 0 ? nothing : toConfirm(app, level, awaited)} ${register(app, level)}
      ${waiting.length === 0 ? nothing : waitingForOthers(app, level, waiting)}
    </div>
    <div class="side-column">
      ${latest(app, level, isNew)}
      <nav class="rows" aria-label=${words.account()}>
        ${linkRow(words.history(), () => void turnTo(app, 'past', ({ openHistory }) => openHistory(app)), 'to-history')}
        ${linkRow(words.statement(), () => void turnTo(app, 'past', ({ openStatement }) => openStatement(app, 'to-statement')), 'to-statement')}
        ${linkRow(words.profile(), () => void turnTo(app, 'profile', ({ openProfile }) => openProfile(app, 'to-profile')), 'to-profile')}
      </nav>
    </div>
  </div>`;
}

/** What was just answered stays where it was, as its sentence, until the view is left. */
function claimsOf({ state }: App, { account }: Home): { awaited: readonly Exchange[]; waiting: readonly Exchange[] } {
  const open = account.exchanges.edges.map(({ node }) => node);
  const done = [...state.cards.values()].filter(({ step }) => step === 'done').map(({ exchange }) => exchange);
  const all = [...done, ...open.filter(({ id }) => !done.some((each) => each.id === id))];
  return {
    awaited: all.filter((exchange) => awaits(account.id, exchange)),
    waiting: all.filter((exchange) => !awaits(account.id, exchange)),
  };
}

function notices(app: App): TemplateResult {
  const { bank, membership, otherBanks } = app.home;
  const { isOffline, notice } = app.state;
  const { isOld, loadedAt } = app.home;
  // Both in the bank's time zone: who travels has a clock that is right.
  const here = dayOf(loadedAt, bank.rules.timeZone);
  const isClockWrong = !isOld && isAnotherDay(app.home);
  const { suspendedSince } = membership;
  return html`
    ${notice === undefined ? nothing : note('info-circle', 'plain', notice)}
    ${isOffline ? note('info-circle', 'wait', words.offline()) : nothing}
    ${suspendedSince === null ? nothing : note('info-circle', 'wait', words.suspended(longDay(suspendedSince, app.language)))}
    ${
      isClockWrong
        ? note('clock', 'wait', words.clockWrong(fullDay(here, app.language), fullDay(bank.today, app.language)))
        : nothing
    }
    ${otherBanks.map(({ bank: other, handle }) =>
      note(
        'info-circle',
        'plain',
        html`${words.alsoMember(other.name)}
        ${handle === null ? nothing : html`<a href="${app.around.api.server}/h/${handle}">${words.openOther(other.name)}</a>`}`,
      ),
    )}
  `;
}

/** By the bank's own time zone; a few minutes around midnight prove nothing. */
function isAnotherDay({ loadedAt, bank }: Home): boolean {
  return [-slackMs, slackMs].every(
    (by) => dayOf(new Date(loadedAt.getTime() + by), bank.rules.timeZone) !== bank.today,
  );
}

function balanceBlock(app: App): TemplateResult {
  const { account, isOld, loadedAt } = app.home;
  const { balanceMinutes, floor } = account;
  const { language } = app;
  const side = sideOf(balanceMinutes);
  const time = timeOf(loadedAt, language);
  const label = app.state.isOffline
    ? words.balanceAt(time)
    : `${words.yourBalance()}${isOld ? ` · ${words.updatedAt(time)}` : ''}`;
  const isBeyond = floor.kind !== 'NONE' && floor.minutes !== null && balanceMinutes < floor.minutes;
  return html`<section class="balance">
    <p id="title" tabindex="-1" class="balance-line">
      <span class="heard">${label}: ${spokenBalance(balanceMinutes, language)}</span>
      <span aria-hidden="true" class="balance-label">${label}</span>
      <span aria-hidden="true" class="balance-figure"
        >${side === 'even' ? balance(0, language) : duration(balanceMinutes)}</span
      >
      ${side === 'even' ? nothing : html`<span aria-hidden="true" class="balance-side">${sideWords[language][side]}</span>`}
    </p>
    <p class="helper">
      ${isBeyond ? words.beyondLimit(duration(floor.minutes)) : balanceNote(side, duration(balanceMinutes))}
    </p>
  </section>`;
}

function balanceNote(side: 'credit' | 'debit' | 'even', time: string): string {
  switch (side) {
    case 'credit':
      return words.creditNote(time);
    case 'debit':
      return words.debitNote(time);
    case 'even':
      return words.evenNote();
  }
}

function toConfirm(app: App, level: number, awaited: readonly Exchange[]): TemplateResult {
  const open = awaited.filter(({ id }) => app.state.cards.get(id)?.step !== 'done');
  const shown = app.state.allCards ? awaited : awaited.slice(0, cardsMax + awaited.length - open.length);
  const rest = awaited.length - shown.length;
  return html`<section aria-labelledby="to-confirm">
    ${section(level, words.toConfirm(open.length), 'to-confirm')}
    <div class="cards">${shown.map((exchange) => claimCard(app, exchange))}</div>
    ${
      rest === 0
        ? nothing
        : linkRow(
            words.moreToConfirm(rest),
            () => {
              app.set({ allCards: true });
              app.focus('to-confirm');
            },
            'all-cards',
          )
    }
  </section>`;
}

/** Two buttons, not one: a direction that was set beforehand turns one side into the other. */
function register(app: App, level: number): TemplateResult {
  if (app.home.membership.suspendedSince !== null) return html``;
  return html`<section aria-labelledby="register">
    ${section(level, words.logHours(), 'register')}
    <div class="twins">
      ${logButton(app, 'gave', 'arrow-right', words.gave(), words.logGave())}
      ${logButton(app, 'received', 'arrow-left', words.received(), words.logReceived())}
    </div>
  </section>`;
}

function logButton(app: App, direction: Direction, sign: Icon, label: string, name: string): TemplateResult {
  return html`<button
    type="button"
    class="main"
    id=${direction}
    aria-label=${name}
    @click=${() =>
      void turnTo(app, 'forms', ({ startLogging }) => {
        startLogging(app, direction, direction);
      })}
  >
    ${icon(sign)}<span>${label}</span>
  </button>`;
}

function waitingForOthers(app: App, level: number, waiting: readonly Exchange[]): TemplateResult {
  const open = waiting.filter(({ id }) => app.state.cards.get(id)?.step !== 'done');
  return html`<section aria-labelledby="waiting">
    ${section(level, words.waitingForOthers(open.length), 'waiting')}
    <ul class="lines">
      ${waiting.map((exchange) => html`<li>${waitingLine(app, exchange)}</li>`)}
    </ul>
  </section>`;
}

function latest(app: App, level: number, isNew: boolean): TemplateResult {
  const lines = app.home.account.statement.edges.slice(0, linesMax).map(({ node }) => node);
  return html`<section aria-labelledby="latest">
    ${section(level, words.latest(), 'latest')}
    ${
      lines.length === 0
        ? html`<p>${isNew ? words.noneYet() : words.noHistory()}</p>`
        : html`<ul class="lines">
            ${lines.map((line) => html`<li>${exchangeLine(app, line, 'latest')}</li>`)}
          </ul>`
    }
  </section>`;
}

/** One line of the past: who, what, and how many hours either way; the whole of it opens the exchange. */
export function exchangeLine(app: App, line: Line, list: string, balanceShown?: TemplateResult): TemplateResult {
  const { minutes, other, serviceDate, category } = line;
  const id = `${list}-${String(line.entryNumber)}`;
  const said = minutes < 0 ? words.received() : words.gave();
  return html`<button
    type="button"
    class="row line"
    id=${id}
    @click=${() =>
      void turnTo(app, 'past', ({ openExchange }) => openExchange(app, line.exchange, id, line.balanceAfterMinutes))}
  >
    <span class="day">${shortDay(serviceDate, app.language)}</span>
    <span class="who"
      >${nameOf(other)}${category === null ? nothing : html`<span class="helper">${categoryName(category)}</span>`}</span
    >
    <span class="heard">${said}</span>${signedTime(minutes, app.language)} ${balanceShown ?? nothing}
  </button>`;
}
