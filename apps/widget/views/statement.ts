import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import type { StatementState } from '../app/state.js';
import { changeDays, choosePeriod, downloadStatement } from '../app/statement.js';
import { dayBeside, longDay } from '../plain/days.js';
import type { Language } from '../plain/language.js';
import type { PeriodChoice } from '../plain/periods.js';
import { words } from '../words/statement.js';
import { chipsOf, mainButton, note, problem, softButton, titleOf, type Shown } from './parts.js';

/** What was given and received in some days, to take along. */
export function statementView(app: App, level: number): TemplateResult {
  const { statement } = app.state;
  return html`<div class="form">
    ${titleOf(app, level, words.statement())} ${statement ? whole(app, statement) : nothing}
  </div>`;
}

function whole(app: App, statement: StatementState): TemplateResult {
  const { busy, result } = statement;
  return html`
    ${period(app, statement)}
    <p class="one-line">${sentence(statement, app.language)}</p>
    ${mainButton(words.downloadPdf(), () => void downloadStatement(app, 'pdf'), busy === 'pdf', 'pdf', words.preparingPdf())}
    ${softButton(busy === 'csv' ? words.preparingCsv() : words.downloadCsv(), () => void downloadStatement(app, 'csv'), 'csv')}
    <p class="helper">${words.csvOpens()}</p>
    ${result === undefined ? nothing : note('check-circle', 'ok', result)}
  `;
}

function period(app: App, statement: StatementState): TemplateResult {
  return html`<fieldset>
    <legend>${words.whichDays()}</legend>
    ${problem('period-problem', statement.problem)}
    ${chipsOf<PeriodChoice>(
      'period',
      [
        { value: 'month', label: words.thisMonth() },
        { value: 'last', label: words.lastMonth() },
        { value: 'year', label: words.thisYear() },
        { value: 'dates', label: words.chooseDates() },
      ],
      (value) => statement.choice === value,
      (choice) => void choosePeriod(app, choice),
    )}
    ${statement.choice === 'dates' ? days(app, statement) : nothing}
  </fieldset>`;
}

function days(app: App, { from, to }: StatementState): TemplateResult {
  return html`<div class="days">
    ${dayField('from', words.fromDay(), from, (day) => void changeDays(app, { from: day }))}
    ${dayField('to', words.toDay(), to, (day) => void changeDays(app, { to: day }))}
  </div>`;
}

function dayField(id: string, label: string, day: string, change: (day: string) => void): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      type="date"
      id=${id}
      .value=${day}
      @change=${({ target }: Event) => {
        const { value } = target as HTMLInputElement;
        if (value !== '') change(value);
      }}
    />
  </div>`;
}

function sentence({ from, to, lines }: StatementState, language: Language): Shown | string {
  if (lines === undefined) return nothing;
  const [first, last] = [dayBeside(from, to, language), longDay(to, language)];
  if (lines === 0) return words.noLinesFromTo(first, last);
  if (lines === 1) return words.oneLineFromTo(first, last);
  return words.linesFromTo(first, last, new Intl.NumberFormat(language).format(lines));
}
