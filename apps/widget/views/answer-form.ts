import { html, nothing, type TemplateResult } from 'lit';
import { answer } from '../app/answering.js';
import type { App } from '../app/app.js';
import { changeCard, closeCard } from '../app/claims.js';
import type { Card, Reason } from '../app/state.js';
import { otherParty } from '../plain/claims.js';
import { duration, typedHours } from '../plain/durations.js';
import { minutesIn } from '../plain/log-form.js';
import { firstName } from '../plain/names.js';
import { words } from '../words/forms.js';
import { chipsOf, labelOf, problem, time } from './parts.js';
import { timeChooser } from './time-chooser.js';

/** What is not right: a reason, and other minutes where it is the hours. */
export function answerForm(app: App, card: Card): TemplateResult {
  const { exchange } = card;
  const first = firstName(otherParty(app.home.account.id, exchange).displayName);
  const reasons: readonly { value: Reason; label: string }[] = [
    { value: 'hours', label: words.hoursWrong() },
    { value: 'never', label: words.didNotHappen() },
    { value: 'unknown', label: words.notKnown() },
    { value: 'other', label: words.other() },
  ];
  const close = (): void => {
    closeCard(app, exchange, 'decline');
  };
  return html`<div
    class="declining"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    }}
  >
    <fieldset class="stacked">
      <legend tabindex="-1" id="declining-${exchange.id}">${words.whatIsWrong()}</legend>
      ${problem(`problem-${exchange.id}`, card.problem)}
      ${chipsOf<Reason>(
        `reason-${exchange.id}`,
        reasons,
        (value) => card.reason === value,
        (reason) => {
          changeCard(app, exchange, { reason });
        },
      )}
    </fieldset>
    ${card.reason === 'hours' ? otherMinutes(app, card) : nothing}
    <div class="field">
      <label for="words-${exchange.id}">${card.reason === 'other' ? words.explainOther() : words.explain()}</label>
      <textarea
        id="words-${exchange.id}"
        rows="2"
        maxlength="500"
        aria-describedby="reads-${exchange.id}"
        .value=${card.words}
        @input=${(event: Event) => {
          changeCard(app, exchange, { words: (event.target as HTMLTextAreaElement).value });
        }}
      ></textarea>
      <p class="helper" id="reads-${exchange.id}">${words.readsIt(first)}</p>
    </div>
    <div class="pair">
      <button
        type="button"
        class="main"
        id="answer-${exchange.id}"
        aria-disabled=${card.busy ? 'true' : 'false'}
        @click=${() => void answer(app, exchange)}
      >
        ${labelOf(answerLabel(card), card.busy)}
      </button>
      <button type="button" class="soft" @click=${close}>${words.back()}</button>
    </div>
  </div>`;
}

function answerLabel(card: Card): TemplateResult | string {
  if (card.reason !== 'hours') return words.decline();
  const minutes = minutesIn(card);
  return minutes === undefined || minutes === 0 ? words.proposeOther() : words.propose(duration(minutes));
}

function otherMinutes(app: App, card: Card): TemplateResult {
  const { exchange } = card;
  return html`<fieldset>
    <legend>${words.howMuch()} <span class="helper">${time(exchange.minutes, app.language)}</span></legend>
    ${timeChooser({
      name: `answer-${exchange.id}`,
      chosen: card,
      stepMinutes: app.home.bank.rules.stepMinutes,
      language: app.language,
      change: (chosen) => {
        changeCard(app, exchange, chosen);
      },
      settle: () => {
        const typed = typedHours(card.hours);
        if (typed && typed.minutes > 0)
          changeCard(app, exchange, { hours: String(typed.hours), minutes: typed.minutes });
      },
    })}
  </fieldset>`;
}
