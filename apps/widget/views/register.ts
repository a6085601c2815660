import { html, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import type { Profile } from '../api/shapes.js';
import { dayOf, longDay, timeOf } from '../plain/days.js';
import { words } from '../words/profile.js';

interface Touch {
  readonly at: string;
  readonly name: string;
  readonly what: string;
}

/** Who did or looked at something by a role, the last first. */
export function register(app: App, profile: Profile): TemplateResult {
  const touches = touchesIn(profile);
  if (touches.length === 0) return html`<p>${words.nobodyTouched()}</p>`;
  return html`<ul class="lines">
    ${touches.map((touch) => html`<li><p class="row">${touchLine(app, touch)}</p></li>`)}
  </ul>`;
}

function touchesIn({ acts, readings }: Profile): readonly Touch[] {
  const done = acts.edges.map(({ node }) => ({ ...node, at: node.recordedAt }));
  const seen = readings.edges.map(({ node }) => ({ ...node, at: node.minute }));
  return [...done, ...seen]
    .map(({ at, byName, kind }) => ({ at, name: byName ?? words.somebody(), what: words[`did${kind}`]() }))
    .sort((one, other) => other.at.localeCompare(one.at));
}

function touchLine(app: App, { at, name, what }: Touch): string {
  const { timeZone } = app.home.bank.rules;
  const when = `${longDay(dayOf(at, timeZone), app.language)}, ${timeOf(at, app.language, timeZone)}`;
  return words.touchedLine(when, name, what);
}
