import { html, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { signOut } from '../app/signing-in.js';
import { words } from '../words/forms.js';
import { softButton } from './parts.js';

/** Leaving a shared tablet while something waits: the person decides. */
export function leavingView(app: App): TemplateResult {
  return html`<div class="form">
    <p class="sentence" tabindex="-1" id="leaving">${words.notSentYet()}</p>
    ${softButton(words.signOutAnyway(), () => void signOut(app, { sure: true }), 'leave')}
    ${softButton(
      words.stay(),
      () => {
        app.set({ leaving: false });
        app.focus('title');
      },
      'stay',
    )}
    ${softButton(words.sharedDevice(), () => void signOut(app, { sure: true, everything: true }), 'wipe')}
  </div>`;
}
