import { html, nothing } from 'lit';
import type { App } from '../app/app.js';
import { signOut } from '../app/signing-in.js';
import type { HubDoor } from '../api/shapes.js';
import { words } from '../words/words.js';
import type { Shown } from './parts.js';

/** How to reach a person, always last and always the same. */
export function foot(app: App): Shown {
  const { door, phase } = app.state;
  if (!door) return nothing;
  const { around } = app;
  const page = (name: string): string => `${around.api.server}/h/${encodeURIComponent(around.hub)}/${name}`;
  return html`<div class="foot">
    <div>
      <p>${words.needHelp(door.name)}</p>
      ${deskLine(door)}
    </div>
    <div class="foot-links">
      <a href=${page('privacy')}>${words.privacy()}</a>
      <a href=${page('accessibility')}>${words.accessibility()}</a>
      ${
        phase === 'member'
          ? html`<button
              type="button"
              class="soft small"
              id="sign-out"
              @click=${() => void signOut(app, { sure: false })}
            >
              ${words.signOut()}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

/** When the desk is open, and its number, as far as its hub says them. */
export function deskLine({ deskHours, phone }: HubDoor): Shown {
  if (deskHours === null && phone === null) return nothing;
  const hours = deskHours === null ? nothing : html`<span>${deskHours}</span>`;
  const number = phone === null ? nothing : html`<a href="tel:${phone.replaceAll(' ', '')}">${phone}</a>`;
  return html`<p class="helper beside">${hours}${number}</p>`;
}
