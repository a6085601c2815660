import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { changeForm, changeLogging, choosePerson, searchPeople, sendLog, settleHours } from '../app/logging.js';
import { problemWords } from '../app/problem-words.js';
import type { Logging } from '../app/state.js';
import type { Person } from '../api/shapes.js';
import { passedSoftLimit } from '../plain/claims.js';
import { plainDay } from '../plain/days.js';
import { balance, duration } from '../plain/durations.js';
import { minutesIn, type Direction } from '../plain/log-form.js';
import { firstName } from '../plain/names.js';
import { words } from '../words/forms.js';
import { problemOf } from './group-problem.js';
import { logDetails } from './log-details.js';
import { signInView } from './sign-in.js';
import { chipsOf, mainButton, note, softButton, titleOf, type Shown } from './parts.js';
import { timeChooser } from './time-chooser.js';

export function logView(app: App, level: number): TemplateResult {
  const { logging } = app.state;
  if (!logging) return html`${titleOf(app, level, words.logHours())}`;
  return html`<div class="form">
    ${app.state.signsInAgain ? signInView(app, level) : nothing} ${missing(app, logging)}
    ${app.state.signsInAgain ? nothing : titleOf(app, level, words.logHours())}
    ${app.state.notice === undefined ? nothing : note('info-circle', 'plain', app.state.notice)}
    ${app.state.isOffline ? note('info-circle', 'wait', words.offline()) : nothing} ${direction(app, logging)}
    ${whom(app, logging)} ${howLong(app, logging)} ${logDetails(app, logging)} ${summary(app, logging)}
    ${app.state.signsInAgain ? nothing : ending(app, logging)}
  </div>`;
}

/** All that is missing, above the title: it takes the focus, and each line leads to its group. */
function missing(app: App, { problems, refusal }: Logging): Shown {
  if (problems.length === 0 && refusal === undefined) return nothing;
  return html`<div class="missing" tabindex="-1" id="problems" role="group" aria-labelledby="missing-title">
    <p class="sentence" id="missing-title">${refusal ?? words.missing()}</p>
    ${problems.map(
      (each) =>
        html`<button
          type="button"
          class="row link"
          @click=${() => {
            app.focus(each.group);
          }}
        >
          <span>${problemWords(each, app.home.bank.rules)}</span>
        </button>`,
    )}
  </div>`;
}

function direction(app: App, { form }: Logging): TemplateResult {
  return html`<fieldset class="twin-chips">
    <legend class="heard">${words.logHours()}</legend>
    ${chipsOf<Direction>(
      'direction',
      [
        { value: 'gave', label: words.gave() },
        { value: 'received', label: words.received() },
      ],
      (value) => form.direction === value,
      (chosen) => {
        changeForm(app, { direction: chosen });
      },
    )}
  </fieldset>`;
}

function whom(app: App, logging: Logging): TemplateResult {
  const { form, searching } = logging;
  const { companions } = app.home.account;
  const { person: chosen } = form;
  const isElse = chosen !== undefined && !companions.some(({ id }) => id === chosen.id);
  const offered: readonly Person[] = isElse ? [chosen, ...companions.slice(0, 3)] : companions;
  return html`<fieldset>
    <legend tabindex="-1" id="person">${form.direction === 'gave' ? words.toWhom() : words.fromWhom()}</legend>
    ${problemOf(app, logging, 'person')}
    ${chipsOf<Person>(
      'person',
      offered.map((person) => ({ value: person, label: personLabel(person, offered) })),
      ({ id }) => form.person?.id === id,
      (person) => {
        changeForm(app, { person });
      },
    )}
    ${
      searching
        ? searchBlock(app, logging)
        : softButton(
            words.searchAnother(),
            () => {
              changeLogging(app, { searching: true });
              app.focus('search');
            },
            'to-search',
          )
    }
  </fieldset>`;
}

/** Number and hub only where two are called the same. */
function personLabel(person: Person, offered: readonly Person[]): string {
  const isAmbiguous = offered.filter(({ displayName }) => displayName === person.displayName).length > 1;
  const name = person.displayName ?? '';
  return isAmbiguous ? `${name}, ${words.number(person.number ?? 0)}, ${person.hub?.name ?? ''}` : name;
}

function searchBlock(app: App, { search, found }: Logging): TemplateResult {
  const isTooShort = search.trim().length < 2 && !/^\d+$/.test(search.trim());
  return html`<div
    class="field"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      changeLogging(app, { searching: false, search: '', found: undefined });
      app.focus('to-search');
    }}
  >
    <label for="search">${words.nameOrNumber()}</label>
    <input
      type="text"
      id="search"
      autocomplete="off"
      spellcheck="false"
      .value=${search}
      @input=${(event: Event) => void searchPeople(app, (event.target as HTMLInputElement).value)}
    />
    ${isTooShort ? html`<p class="helper">${words.twoLetters()}</p>` : nothing}
    ${
      found === undefined
        ? nothing
        : html`<p class="helper">
              ${found.length === 0 ? words.nobodyCalled() : found.length === 1 ? words.onePerson() : words.people(found.length)}
            </p>
            <ul class="lines">
              ${found.map((person) => html`<li>${foundRow(app, person)}</li>`)}
            </ul>`
    }
  </div>`;
}

function foundRow(app: App, person: Person): TemplateResult {
  return html`<button
    type="button"
    class="row line"
    id="found-${String(person.number ?? 0)}"
    @click=${() => {
      choosePerson(app, person);
    }}
  >
    <span class="who">${person.displayName}<span class="helper">${person.hub?.name ?? ''}</span></span>
    <span>${words.number(person.number ?? 0)}</span>
  </button>`;
}

function howLong(app: App, logging: Logging): TemplateResult {
  return html`<fieldset>
    <legend tabindex="-1" id="time">${words.howLong()}</legend>
    ${problemOf(app, logging, 'time')}
    ${timeChooser({
      name: 'log',
      chosen: logging.form,
      stepMinutes: app.home.bank.rules.stepMinutes,
      language: app.language,
      change: (chosen) => {
        changeForm(app, chosen);
      },
      settle: () => {
        settleHours(app);
      },
    })}
  </fieldset>`;
}

/** What is about to be sent, as a sentence. */
function summary(app: App, { form }: Logging): Shown {
  const minutes = minutesIn(form);
  if (!form.person || minutes === undefined || minutes === 0) return nothing;
  const name = form.person.displayName ?? '';
  const first = firstName(name);
  const atOnce = form.direction === 'received' && app.home.bank.rules.consent === 'RECEIVER';
  const say = form.direction === 'gave' ? words.sumGave : words.sumReceived;
  const reached = form.person.hasEmail ? words.getsMail : words.noMail;
  const { account } = app.home;
  const after = account.balanceMinutes + (form.direction === 'gave' ? minutes : -minutes);
  const passed = passedSoftLimit(after, account);
  return html`<div class="summary">
    <p>${atOnce ? words.sumAtOnce(duration(minutes), name) : `${say(duration(minutes), name)} ${reached(first)}`}</p>
    ${
      passed === undefined
        ? nothing
        : html`<p>${words.beyondAdvised(balance(after, app.language), balance(passed, app.language))}</p>`
    }
  </div>`;
}

function ending(app: App, logging: Logging): TemplateResult {
  const { form, asksAgain, busy } = logging;
  const minutes = minutesIn(form);
  if (!asksAgain || minutes === undefined) return mainButton(words.send(), () => void sendLog(app), busy, 'send');
  const day = plainDay(form.day, app.language);
  return html`<div class="asking" role="group" aria-labelledby="again">
    <p tabindex="-1" id="again">${words.alreadyLogged(duration(minutes), form.person?.displayName ?? '', day)}</p>
    ${mainButton(words.yesSend(), () => void sendLog(app, true), busy, 'send')}
    ${softButton(
      words.noGoBack(),
      () => {
        changeLogging(app, { asksAgain: false });
        app.focus('send');
      },
      'not-again',
    )}
  </div>`;
}
