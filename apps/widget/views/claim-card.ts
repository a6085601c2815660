import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { answer, cardOf, changeCard, closeCard, confirm, openCard } from '../app/claims.js';
import type { Card, Reason } from '../app/state.js';
import type { Exchange } from '../api/shapes.js';
import { balanceAfter, gives, movedMinutes, otherParty } from '../plain/claims.js';
import { dayOf, plainDay, weekDay } from '../plain/days.js';
import { balance, duration, spoken, typedHours } from '../plain/durations.js';
import { minutesIn } from '../plain/log-form.js';
import { categoryName, firstName } from '../plain/names.js';
import { words } from '../words/words.js';
import { icon } from './icons.js';
import { chipsOf, nameOf, problem, time } from './parts.js';
import { timeChooser } from './time-chooser.js';

/** Somebody says that time was given; one touch agrees. */
export function claimCard(app: App, exchange: Exchange): TemplateResult {
  const card = cardOf(app, exchange);
  if (card.step === 'done') {
    return html`<article class="card">
      <p class="result" tabindex="-1" id="result-${exchange.id}">${icon('check-circle')}<span>${card.result}</span></p>
    </article>`;
  }
  const { account, bank } = app.home;
  const after = balanceAfter(account, exchange);
  const due = exchange.expiresAt === null ? '' : plainDay(dayOf(exchange.expiresAt, bank.rules.timeZone), app.language);
  return html`<article class="card" aria-labelledby="claim-${exchange.id}">
    <p class="sentence" id="claim-${exchange.id}">${sentence(app, exchange)}</p>
    <p class="facts">${factsOf(app, exchange)}</p>
    ${exchange.note === null ? nothing : html`<p class="quote">«${exchange.note}»</p>`}
    <p>${after === 0 ? words.afterwardsEven() : words.afterwards(balance(after, app.language))}</p>
    ${card.step === 'declining' ? declining(app, card) : buttons(app, card)}
    ${card.step === 'asked' ? problem(`problem-${exchange.id}`, card.problem) : nothing}
    <p class="helper">${words.answerBy(due)}</p>
  </article>`;
}

/** As a sentence, then the time in its own line, as large as it matters. */
function sentence(app: App, exchange: Exchange): TemplateResult {
  const minutes = movedMinutes(exchange);
  const name = nameOf(otherParty(app.home.account.id, exchange));
  const { formerMinutes } = exchange;
  const say = (time: string): string => {
    if (typeof formerMinutes === 'number') return words.proposes(name, time, duration(formerMinutes));
    return gives(app.home.account.id, exchange) ? words.saysReceived(name, time) : words.saysGave(name, time);
  };
  return html`<span aria-hidden="true">${say(duration(minutes))}</span
    ><span class="heard">${say(spoken(minutes, app.language))}</span>`;
}

function factsOf(app: App, { category, serviceDate }: Exchange): string {
  const what = category === null ? [] : [categoryName(category)];
  return [...what, weekDay(serviceDate, app.language)].join(' · ');
}

function buttons(app: App, { exchange, busy }: Card): TemplateResult {
  return html`<div class="pair">
    <button
      type="button"
      class="main"
      id="confirm-${exchange.id}"
      aria-describedby="claim-${exchange.id}"
      aria-disabled=${busy ? 'true' : 'false'}
      @click=${() => void confirm(app, exchange)}
    >
      ${busy ? words.sending() : words.confirm()}
    </button>
    <button
      type="button"
      class="soft"
      id="decline-${exchange.id}"
      aria-describedby="claim-${exchange.id}"
      @click=${() => {
        openCard(app, exchange, 'declining');
      }}
    >
      ${words.notRight()}
    </button>
  </div>`;
}

function declining(app: App, card: Card): TemplateResult {
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
        ${card.busy ? words.sending() : answerLabel(card)}
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
    <legend>${words.howMuch()} <span class="helper">(${time(exchange.minutes, app.language)})</span></legend>
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
