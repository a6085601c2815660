import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { chapter, turnTo } from '../app/chapters.js';
import { cardOf, openCard } from '../app/claims.js';
import type { Exchange } from '../api/shapes.js';
import { gives, movedMinutes, otherParty } from '../plain/claims.js';
import { dayOf, shortDay } from '../plain/days.js';
import { words } from '../words/words.js';
import { icon } from './icons.js';
import { nameOf, problem, sentenceWithTime, signedTime } from './parts.js';

/** What waits for somebody else's word; whoever logged it may take it back. */
export function waitingLine(app: App, exchange: Exchange): TemplateResult {
  const card = cardOf(app, exchange);
  if (card.step === 'done') {
    return html`<p class="result" tabindex="-1" id="result-${exchange.id}">
      ${icon('check-circle')}<span>${card.result}</span>
    </p>`;
  }
  const { account, bank } = app.home;
  const gave = gives(account.id, exchange);
  const name = nameOf(otherParty(account.id, exchange));
  const minutes = movedMinutes(exchange);
  const due = exchange.expiresAt === null ? '' : shortDay(dayOf(exchange.expiresAt, bank.rules.timeZone), app.language);
  return html`<div class="waiting">
    <p class="who" id="waiting-${exchange.id}">
      ${sentenceWithTime((time) => (gave ? words.youGave(time, name) : words.youReceived(time, name)), minutes, app.language)}
    </p>
    <span aria-hidden="true">${signedTime(gave ? minutes : -minutes, app.language)}</span>
    <p class="helper">${words.answerDue(due)}</p>
    ${
      exchange.loggedByYou && card.step === 'asked'
        ? html`<button
            type="button"
            class="soft small"
            id="withdraw-${exchange.id}"
            aria-describedby="waiting-${exchange.id}"
            @click=${() =>
              void turnTo(app, 'forms', () => {
                openCard(app, exchange, 'withdrawing');
              })}
          >
            ${words.withdraw()}
          </button>`
        : nothing
    }
    ${card.step === 'withdrawing' ? chapter('forms')?.withdrawingView(app, exchange) : nothing}
    ${problem(`problem-${exchange.id}`, card.problem)}
  </div>`;
}
