import { html, type TemplateResult } from 'lit';
import { withdraw } from '../app/answering.js';
import type { App } from '../app/app.js';
import { closeCard } from '../app/claims.js';
import type { Exchange } from '../api/shapes.js';
import { words } from '../words/forms.js';

/** Once more, before it is taken back. */
export function withdrawingView(app: App, exchange: Exchange): TemplateResult {
  const close = (): void => {
    closeCard(app, exchange, 'withdraw');
  };
  return html`<div
    class="asking"
    role="group"
    aria-labelledby="withdrawing-${exchange.id}"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    }}
  >
    <p tabindex="-1" id="withdrawing-${exchange.id}">${words.reallyWithdraw()}</p>
    <button type="button" class="soft small" @click=${() => void withdraw(app, exchange)}>
      ${words.yesWithdraw()}
    </button>
    <button type="button" class="soft small" @click=${close}>${words.no()}</button>
  </div>`;
}
