import { html, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { startLogging } from '../app/logging.js';
import { words } from '../words/forms.js';
import { icon } from './icons.js';
import { mainButton, softButton } from './parts.js';

export function doneView(app: App): TemplateResult {
  const sentences = app.state.done?.sentences ?? [];
  return html`<div class="form">
    <div class="done" tabindex="-1" id="title">
      ${icon('check-circle')}
      <div>${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>
    </div>
    ${mainButton(
      words.backToAccount(),
      () => {
        app.goHome();
      },
      false,
      'to-account',
    )}
    ${softButton(
      words.logMore(),
      () => {
        startLogging(app, 'gave', 'title');
      },
      'log-more',
    )}
  </div>`;
}
