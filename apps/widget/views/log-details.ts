import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { changeForm, changeLogging } from '../app/logging.js';
import type { Logging } from '../app/state.js';
import { daysBefore } from '../plain/days.js';
import { categoryName, firstName } from '../plain/names.js';
import { words } from '../words/forms.js';
import { problemOf } from './group-problem.js';
import { chipsOf } from './parts.js';

/** What, when and a note: closed until somebody asks, because most exchanges are of today and need no words. */
export function logDetails(app: App, logging: Logging): TemplateResult {
  if (!logging.details && !logging.problems.some(({ group }) => group === 'day')) {
    return html`<div class="row split">
      <span>${words.todayPlain()}</span>
      <button
        type="button"
        class="soft small"
        id="add"
        @click=${() => {
          changeLogging(app, { details: true });
          app.focus('what');
        }}
      >
        ${words.add()}
      </button>
    </div>`;
  }
  const { form } = logging;
  const { categories } = app.home.bank.rules;
  return html`
    ${
      categories.length === 0
        ? nothing
        : html`<fieldset>
            <legend tabindex="-1" id="what">${words.what()}</legend>
            ${chipsOf<string>(
              'category',
              categories.map((code) => ({ value: code, label: categoryName(code) })),
              (code) => form.category === code,
              (category) => {
                changeForm(app, { category });
              },
            )}
          </fieldset>`
    }
    ${when(app, logging)} ${noteField(app, logging)}
  `;
}

function when(app: App, logging: Logging): TemplateResult {
  const { form, otherDay } = logging;
  const { today } = app.home.bank;
  const yesterday = daysBefore(today, 1);
  return html`<fieldset>
    <legend tabindex="-1" id="day">${words.when()}</legend>
    ${problemOf(app, logging, 'day')}
    ${chipsOf<string>(
      'day',
      [
        { value: today, label: words.today() },
        { value: yesterday, label: words.yesterday() },
        { value: '', label: words.anotherDay() },
      ],
      (day) => (day === '' ? otherDay : !otherDay && form.day === day),
      (day) => {
        changeLogging(app, { otherDay: day === '' });
        changeForm(app, { day: day === '' ? daysBefore(today, 2) : day });
      },
    )}
    ${
      otherDay
        ? html`<div class="field">
            <label for="which-day">${words.whichDay()}</label>
            <input
              type="date"
              id="which-day"
              max=${today}
              .value=${form.day}
              @change=${(event: Event) => {
                changeForm(app, { day: (event.target as HTMLInputElement).value });
              }}
            />
          </div>`
        : nothing
    }
  </fieldset>`;
}

function noteField(app: App, { form }: Logging): TemplateResult {
  const label = form.person ? words.noteRead(firstName(form.person.displayName)) : words.noteReadOther();
  return html`<div class="field">
    <label for="note">${label}</label>
    <textarea
      id="note"
      rows="2"
      maxlength="500"
      .value=${form.note}
      @input=${(event: Event) => {
        changeForm(app, { note: (event.target as HTMLTextAreaElement).value });
      }}
    ></textarea>
  </div>`;
}
