import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { chapter, turnTo } from '../app/chapters.js';
import { cardOf, confirm, openCard } from '../app/claims.js';
import type { Card } from '../app/state.js';
import type { Exchange } from '../api/shapes.js';
import { balanceAfter, gives, movedMinutes, otherParty } from '../plain/claims.js';
import { dayOf, plainDay, weekDay } from '../plain/days.js';
import { balance, duration, spoken } from '../plain/durations.js';
import { categoryName } from '../plain/names.js';
import { words } from '../words/words.js';
import { icon } from './icons.js';
import { labelOf, nameOf, problem, type Shown } from './parts.js';

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
    ${whoWrote(exchange)} ${exchange.note === null ? nothing : html`<p class="quote">«${exchange.note}»</p>`}
    <p>${after === 0 ? words.afterwardsEven() : words.afterwards(balance(after, app.language))}</p>
    ${card.step === 'declining' ? chapter('forms')?.answerForm(app, card) : buttons(app, card)}
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

/** Where it was not the other party. */
function whoWrote({ atDesk, byDelegate, hub }: Exchange): Shown {
  const sentence = atDesk
    ? words.deskWrote(hub.name ?? '')
    : byDelegate && words.delegateWrote(byDelegate.byName ?? '', byDelegate.actedFor?.displayName ?? '');
  return sentence ? html`<p class="helper">${sentence}</p>` : nothing;
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
      ${labelOf(words.confirm(), busy)}
    </button>
    <button
      type="button"
      class="soft"
      id="decline-${exchange.id}"
      aria-describedby="claim-${exchange.id}"
      @click=${() =>
        void turnTo(app, 'forms', () => {
          openCard(app, exchange, 'declining');
        })}
    >
      ${words.notRight()}
    </button>
  </div>`;
}
