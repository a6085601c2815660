import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { chapter, turnTo } from '../app/chapters.js';
import { unreachable } from '../plain/unreachable.js';
import { words } from '../words/words.js';
import { foot } from './foot.js';
import { homeView } from './home.js';
import { heading, type Shown } from './parts.js';
import { signInView } from './sign-in.js';
import { elsewhereView, troubleView, unconnectedView } from './trouble.js';

/** Head, view and foot; what stands there until they are known is replaced by them and not moved. @param level of the bank's name */
export function wholeView(app: App, level: number): TemplateResult {
  if (app.state.phase === 'opening' && !app.state.trouble) return html`<div class="view">${skeleton(app)}</div>`;
  return html`${head(app, level)}
    <div class="view">
      ${app.state.leaving ? (chapter('forms')?.leavingView(app) ?? skeleton(app)) : view(app, level)}
    </div>
    ${foot(app)}`;
}

function head(app: App, level: number): Shown {
  const { door, home } = app.state;
  if (!door) return nothing;
  const name = home?.membership.member.displayName ?? undefined;
  return html`<div class="head">
    <div>${heading(level, door.bankName, 'bank', 'bank')}</div>
    <p class="helper hub">${door.name}</p>
    ${
      name === undefined || app.state.phase !== 'member'
        ? nothing
        : html`<button
            type="button"
            class="soft small me"
            id="me"
            @click=${() => void turnTo(app, 'profile', ({ openProfile }) => openProfile(app, 'me'))}
          >
            <span class="heard">${words.profile()}: </span>${name}
          </button>`
    }
  </div>`;
}

function view(app: App, level: number): TemplateResult {
  const { phase, trouble, home, place } = app.state;
  if (trouble) return troubleView(app, level, trouble);
  switch (phase) {
    case 'opening':
      return skeleton(app);
    case 'unconnected':
      return unconnectedView(app, level);
    case 'stranger':
      return signInView(app, level);
    case 'erased':
      return chapter('profile')?.erasedView(app, level) ?? skeleton(app);
    case 'member':
      return home ? memberView(app, level, place.name) : elsewhereView(app, level);
    default:
      return unreachable(phase);
  }
}

function memberView(app: App, level: number, name: App['state']['place']['name']): TemplateResult {
  switch (name) {
    case 'home':
      return homeView(app, level - 1);
    case 'log':
      return chapter('forms')?.logView(app, level) ?? skeleton(app);
    case 'done':
      return chapter('forms')?.doneView(app) ?? skeleton(app);
    case 'history':
      return html`${chapter('past')?.historyView(app, level)}${app.state.history ? nothing : skeleton(app)}`;
    case 'exchange':
      return html`${chapter('past')?.exchangeView(app, level)}${app.state.detail ? nothing : skeleton(app)}`;
    case 'statement':
      return chapter('past')?.statementView(app, level) ?? skeleton(app);
    case 'profile':
      return html`${chapter('profile')?.profileView(app, level)}${app.state.profile ? nothing : skeleton(app)}`;
    default:
      return unreachable(name);
  }
}

/** Still blocks where something will stand; words after two seconds. */
function skeleton(app: App): TemplateResult {
  return html`<div class="skeleton">
    ${app.state.isSlow ? html`<p>${words.loading()}</p>` : nothing}
    <div></div>
    <div></div>
    <div></div>
  </div>`;
}
