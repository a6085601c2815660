import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { changeProfile, removeMandate, saveName } from '../app/profile.js';
import { signOut } from '../app/signing-in.js';
import type { ProfileState } from '../app/state.js';
import type { Mandate, Profile } from '../api/shapes.js';
import { plainDay } from '../plain/days.js';
import { duration } from '../plain/durations.js';
import type { Language } from '../plain/language.js';
import { words } from '../words/profile.js';
import { register } from './register.js';
import { chipsOf, mainButton, note, problem, section, softButton, titleOf } from './parts.js';

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

function parts(app: App, level: number, state: ProfileState): TemplateResult {
  return html`
    ${state.result === undefined ? nothing : note('check-circle', 'ok', state.result)} ${details(app, level, state)}
    ${limits(level, state.profile)} ${mandates(app, level, state.profile)} ${register(app, level, state.profile)}
    ${language(app)}
    ${softButton(words.sharedDevice(), () => void signOut(app, { sure: true, everything: true }), 'shared-device')}
  `;
}

function details(app: App, level: number, { name, busy, problem: wrong }: ProfileState): TemplateResult {
  return html`<section aria-labelledby="details">
    ${section(level, words.myDetails(), 'details')}
    <div class="field">
      <label for="name">${words.fullName()}</label>
      ${problem('name-problem', wrong)}
      <input
        type="text"
        id="name"
        autocomplete="name"
        .value=${name}
        aria-describedby=${wrong === undefined ? nothing : 'name-problem'}
        @input=${(event: Event) => {
          changeProfile(app, { name: (event.target as HTMLInputElement).value });
        }}
      />
    </div>
    <p>${words.hub()}: ${app.home.membership.member.hub?.name ?? ''}</p>
    ${mainButton(words.save(), () => void saveName(app), busy, 'save')}
  </section>`;
}

function limits(level: number, { floor, ceiling, reservedMinutes }: Profile): TemplateResult {
  const [low, high] = [floor, ceiling].map(({ kind, minutes }) =>
    kind === 'NONE' || minutes === null ? undefined : duration(minutes),
  );
  return html`<section aria-labelledby="limits">
    ${section(level, words.limits(), 'limits')}
    <p>${limitWords(low, high)}</p>
    ${reservedMinutes === 0 ? nothing : html`<p>${words.held(duration(reservedMinutes))}</p>`}
  </section>`;
}

function limitWords(low: string | undefined, high: string | undefined): string {
  if (low !== undefined && high !== undefined) return words.limitsBoth(low, high);
  if (low !== undefined) return words.limitFloor(low);
  return high === undefined ? words.noLimits() : words.limitCeiling(high);
}

function mandates(app: App, level: number, { mandates: given }: Profile): TemplateResult {
  return html`<section aria-labelledby="mandates">
    ${section(level, words.whoMayAct(), 'mandates')}
    ${
      given.length === 0
        ? html`<p>${words.nobodyActs()}</p>`
        : html`<ul class="lines">
            ${given.map((mandate) => html`<li class="row split">${mandateLine(app, mandate)}</li>`)}
          </ul>`
    }
  </section>`;
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
