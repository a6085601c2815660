import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import type { LimitChange, Profile } from '../api/shapes.js';
import { dayOf, longDay } from '../plain/days.js';
import { duration } from '../plain/durations.js';
import { words } from '../words/profile.js';

/** How far the account may go, and who changed that why. */
export function limits(app: App, { floor, ceiling, reservedMinutes, limitChanges }: Profile): TemplateResult {
  const [low, high] = [floor, ceiling].map(({ kind, minutes }) =>
    kind === 'NONE' || minutes === null ? undefined : duration(minutes),
  );
  return html`<p>${limitWords(low, high)}</p>
    ${reservedMinutes === 0 ? nothing : html`<p>${words.held(duration(reservedMinutes))}</p>`}
    ${
      limitChanges.length === 0
        ? nothing
        : html`<ul class="lines">
            ${limitChanges.map((change) => html`<li><p class="row">${changeWords(app, change)}</p></li>`)}
          </ul>`
    }`;
}

function limitWords(low: string | undefined, high: string | undefined): string {
  if (low !== undefined && high !== undefined) return words.limitsBoth(low, high);
  if (low !== undefined) return words.limitFloor(low);
  return high === undefined ? words.noLimits() : words.limitCeiling(high);
}

function changeWords(app: App, { setAt, byName, reason }: LimitChange): string {
  const day = longDay(dayOf(setAt, app.home.bank.rules.timeZone), app.language);
  const who = byName ?? words.somebody();
  return reason === null ? words.limitChanged(day, who) : words.limitChange(day, who, reason);
}
