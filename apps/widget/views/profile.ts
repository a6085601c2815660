import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { changeProfile, chooseMail, removeMandate, saveDetails } from '../app/profile.js';
import { signOut } from '../app/signing-in.js';
import type { ProfileState } from '../app/state.js';
import type { Mandate } from '../api/shapes.js';
import { plainDay } from '../plain/days.js';
import type { Language } from '../plain/language.js';
import { words } from '../words/profile.js';
import { limits } from './limits.js';
import { myData } from './my-data.js';
import { chipsOf, mainButton, softButton, titleOf } from './parts.js';
import { newEmailPart } from './new-email.js';
import { opening, problemIn, resultIn } from './profile-parts.js';
import { register } from './register.js';

export function profileView(app: App, level: number): TemplateResult {
  const { member } = app.home.membership;
  const { profile } = app.state;
  const title = words.memberNo(member.displayName ?? '', member.number ?? 0);
  return html`<div class="form">
    ${titleOf(app, level, title)}
    ${softButton(words.signOut(), () => void signOut(app, { sure: false }), 'profile-sign-out')}
    ${profile ? parts(app, level, profile) : nothing}
  </div>`;
}

/** Rows, of which each opens where it stands. */
function parts(app: App, level: number, state: ProfileState): TemplateResult {
  return html`<div class="rows">
      ${opening(level, words.myDetails(), 'details', details(app, state), state.opensDetails)}
      ${opening(level, words.mailNotices(), 'notices', notices(app, state))}
      ${opening(level, words.limits(), 'limits', limits(app, state.profile))}
      ${opening(level, words.whoMayAct(), 'mandates', mandates(app, state))}
      ${opening(level, words.touched(), 'register-of-acts', register(app, state.profile))}
      ${opening(level, words.myData(), 'my-data', myData(app, state))}
    </div>
    ${language(app)}
    ${softButton(words.sharedDevice(), () => void signOut(app, { sure: false, everything: true }), 'shared-device')}`;
}

function details(app: App, state: ProfileState): TemplateResult {
  return html`${state.newEmail ? nothing : problemIn(state, 'details')}
    <div class="field">
      <label for="name">${words.fullName()}</label>
      <input
        type="text"
        id="name"
        autocomplete="name"
        .value=${state.name}
        @input=${({ target }: Event) => {
          changeProfile(app, { name: (target as HTMLInputElement).value });
        }}
      />
    </div>
    <div class="field">
      <label for="email">${words.email()}</label>
      <input
        type="email"
        id="email"
        autocomplete="email"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby="email-use"
        .value=${state.email}
        @input=${({ target }: Event) => {
          changeProfile(app, { email: (target as HTMLInputElement).value });
        }}
      />
      <p class="helper" id="email-use">${words.emailUse()}</p>
    </div>
    <p>${words.hub()}: ${app.home.membership.member.hub?.name ?? ''}</p>
    <p>${words.whoSees()}</p>
    ${mainButton(words.save(), () => void saveDetails(app), state.busy === 'details', 'save')}
    ${state.newEmail ? newEmailPart(app, state, state.newEmail) : resultIn(state, 'details')}`;
}

/** That it is somebody's turn is always told: of that row there is nothing to choose. */
function notices(app: App, state: ProfileState): TemplateResult {
  return html`${problemIn(state, 'notices')}
    <label class="check"><input type="checkbox" checked disabled /><span>${words.noticeToConfirm()}</span></label>
    ${[...state.mails]
      .reverse()
      .map(
        ({ kind, wanted }) =>
          html`<label class="check"
            ><input
              type="checkbox"
              id="notice-${kind}"
              .checked=${wanted}
              @change=${({ target }: Event) =>
                void chooseMail(app, { kind, wanted: (target as HTMLInputElement).checked })}
            /><span>${words[`notice${kind}`]()}</span></label
          >`,
      )}
    ${resultIn(state, 'notices')}`;
}

function mandates(app: App, state: ProfileState): TemplateResult {
  const { mandates: given } = state.profile;
  return html`${problemIn(state, 'mandates')}
  ${
    given.length === 0
      ? html`<p>${words.nobodyActs()}</p>`
      : html`<ul class="lines">
          ${given.map((mandate) => html`<li class="row split">${mandateLine(app, mandate)}</li>`)}
        </ul>`
  }
  ${resultIn(state, 'mandates')}`;
}

function mandateLine(app: App, mandate: Mandate): TemplateResult {
  const name = mandate.personName ?? '';
  const id = `mandate-${mandate.id}`;
  return html`<span
      >${mandate.until === null ? name : words.actsUntil(name, plainDay(mandate.until, app.language))}</span
    >
    ${softButton(words.removeMandate(), () => void removeMandate(app, mandate), id)}`;
}

function language(app: App): TemplateResult {
  return html`<fieldset>
    <legend>${words.language()}</legend>
    ${chipsOf<Language>(
      'language',
      [
        { value: 'it', label: html`<span lang="it">Italiano</span>` },
        { value: 'en', label: html`<span lang="en">English</span>` },
      ],
      (value) => app.language === value,
      (chosen) => {
        app.around.speak(chosen);
      },
    )}
  </fieldset>`;
}
