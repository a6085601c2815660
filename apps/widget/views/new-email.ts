import { html, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { changeProfile, confirmEmail } from '../app/profile.js';
import type { NewEmail, ProfileState } from '../app/state.js';
import { timeOf } from '../plain/days.js';
import { words } from '../words/profile.js';
import { note, softButton } from './parts.js';
import { problemIn } from './profile-parts.js';

/** A new address waits for the code that was sent there. */
export function newEmailPart(app: App, state: ProfileState, newEmail: NewEmail): TemplateResult {
  return html`${note('info-circle', 'wait', words.newEmailAsked(newEmail.email))}
    <div class="field">
      <label for="new-email-code">${words.sixDigits()}</label>
      ${problemIn(state, 'details')}
      <input
        type="text"
        id="new-email-code"
        inputmode="numeric"
        autocomplete="one-time-code"
        aria-describedby="new-email-until"
        .value=${newEmail.code}
        @input=${({ target }: Event) => {
          changeProfile(app, { newEmail: { ...newEmail, code: (target as HTMLInputElement).value } });
        }}
      />
      <p class="helper" id="new-email-until">${words.validUntil(timeOf(newEmail.until, app.language))}</p>
    </div>
    ${softButton(words.confirmEmail(), () => void confirmEmail(app), 'confirm-email')}`;
}
