import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { changeHistory, goToMonth, showEarlier } from '../app/history.js';
import { openStatement } from '../app/statement.js';
import type { History, Shown as ShownLines } from '../app/state.js';
import type { Line, Month, Party } from '../api/shapes.js';
import { longDay, monthOf, monthsBetween } from '../plain/days.js';
import { balance, duration } from '../plain/durations.js';
import { words } from '../words/past.js';
import { exchangeLine } from './home.js';
import { balanceShown, chipsOf, heading, softButton, titleOf, type Shown } from './parts.js';

export function historyView(app: App, level: number): TemplateResult {
  const { history } = app.state;
  return html`<div class="history">
    ${titleOf(app, level, words.history())} ${history ? whole(app, level, history) : nothing}
  </div>`;
}

function whole(app: App, level: number, history: History): TemplateResult {
  const [newest] = history.months;
  if (!newest) return html`<p>${words.noHistory()}</p>`;
  const last = history.months.at(-1) ?? newest;
  return html`
    ${filters(app, history)} ${history.months.map((month) => monthSection(app, level, month, history))}
    ${
      last.earlier === null
        ? html`<p class="helper">
            ${words.seenAll(longDay(last.lines.at(-1)?.serviceDate ?? newest.month, app.language))}
          </p>`
        : softButton(words.showMonth(monthOf(last.earlier, app.language)), () => void showEarlier(app), 'earlier')
    }
    ${monthChoice(app, newest)}
    ${softButton(words.statement(), () => void openStatement(app, 'history-to-statement'), 'history-to-statement')}
  `;
}

function filters(app: App, history: History): TemplateResult {
  const others = new Map(history.months.flatMap(({ lines }) => lines.map(({ other }) => [other.id, other] as const)));
  return html`<fieldset class="filter">
      <legend class="heard">${words.whatToShow()}</legend>
      ${chipsOf<ShownLines>(
        'shown',
        [
          { value: 'all', label: words.all() },
          { value: 'given', label: words.hoursGiven() },
          { value: 'received', label: words.hoursReceived() },
        ],
        (value) => history.shown === value,
        (shown) => {
          changeHistory(app, { shown });
        },
      )}
    </fieldset>
    <div class="field">
      <label for="with-whom">${words.withWhom()}</label>
      <select
        id="with-whom"
        @change=${(event: Event) => {
          changeHistory(app, { withWhom: (event.target as HTMLSelectElement).value });
        }}
      >
        <option value="" ?selected=${history.withWhom === ''}>${words.everyone()}</option>
        ${[...others.values()].map(
          (other) =>
            html`<option value=${other.id} ?selected=${history.withWhom === other.id}>${other.displayName}</option>`,
        )}
      </select>
    </div>`;
}

function monthSection(app: App, level: number, month: Month, history: History): TemplateResult {
  const isWhole = history.shown === 'all' && history.withWhom === '';
  const lines = month.lines.filter((line) => isShown(line, history));
  const id = `month-${month.month}`;
  return html`<section aria-labelledby=${id}>
    ${heading(level + 2, capital(monthOf(month.month, app.language)), id, 'section')}
    ${
      isWhole
        ? html`<p class="helper">
            ${words.monthSums(duration(month.givenMinutes), duration(month.receivedMinutes))}<br />
            ${words.atMonthsEnd(balance(month.closingMinutes, app.language))}
          </p>`
        : nothing
    }
    ${
      lines.length === 0
        ? nothingFound(app, history)
        : html`<ul class="lines">
            ${lines.map((line) => html`<li>${exchangeLine(app, line, 'line', isWhole ? balanceOf(app, line) : undefined)}</li>`)}
          </ul>`
    }
  </section>`;
}

function isShown({ minutes, other }: Line, { shown, withWhom }: History): boolean {
  const isSide = shown === 'all' || (shown === 'given' ? minutes > 0 : minutes < 0);
  return isSide && (withWhom === '' || other.id === withWhom);
}

function balanceOf(app: App, { balanceAfterMinutes }: Line): TemplateResult {
  return html`<span class="running">${words.balanceOf('')}${balanceShown(balanceAfterMinutes, app.language)}</span>`;
}

function nothingFound(app: App, { withWhom, months }: History): Shown {
  const other = months.flatMap(({ lines }) => lines.map((line): Party => line.other)).find(({ id }) => id === withWhom);
  return html`<p>${other ? words.noneWith(other.displayName ?? '') : words.noneInMonth()}</p>
    ${
      other
        ? softButton(
            words.showAll(),
            () => {
              changeHistory(app, { withWhom: '', shown: 'all' });
              app.focus('with-whom');
            },
            'show-all',
          )
        : nothing
    }`;
}

/** However long the history, any month is one choice away. */
function monthChoice(app: App, newest: Month): TemplateResult {
  const { today } = app.home.bank;
  const months = monthsBetween(app.home.membership.member.since ?? today, today);
  return html`<div class="field">
    <label for="go-to-month">${words.goToMonth()}</label>
    <select
      id="go-to-month"
      @change=${(event: Event) => void goToMonth(app, (event.target as HTMLSelectElement).value)}
    >
      ${months.map(
        (month) =>
          html`<option value=${month} ?selected=${month === newest.month}>${monthOf(month, app.language)}</option>`,
      )}
    </select>
  </div>`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
