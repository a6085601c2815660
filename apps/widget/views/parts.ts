import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import type { Party } from '../api/shapes.js';
import { balance, duration, signed, spoken, spokenBalance } from '../plain/durations.js';
import type { Language } from '../plain/language.js';
import { words } from '../words/words.js';
import { icon, type Icon } from './icons.js';

export type Shown = TemplateResult | typeof nothing;

/** A figure for the eye, and the same for the ear. */
export function time(minutes: number, language: Language): TemplateResult {
  return spokenBeside(duration(minutes), spoken(minutes, language));
}

export function balanceShown(minutes: number, language: Language): TemplateResult {
  return spokenBeside(balance(minutes, language), spokenBalance(minutes, language));
}

/** In a column of numbers: the words before it say already who gave. */
export function signedTime(minutes: number, language: Language): TemplateResult {
  return html`<span class="number">${spokenBeside(signed(minutes), spoken(minutes, language))}</span>`;
}

function spokenBeside(seen: string, heard: string): TemplateResult {
  return html`<span aria-hidden="true" class="figure">${seen}</span><span class="heard">${heard}</span>`;
}

export function sentenceWithTime(
  sentence: (time: string) => string,
  minutes: number,
  language: Language,
): TemplateResult {
  return html`<span aria-hidden="true">${sentence(duration(minutes))}</span
    ><span class="heard">${sentence(spoken(minutes, language))}</span>`;
}

export function nameOf({ displayName }: Party): string {
  return displayName ?? '';
}

/** The heading of a view takes the focus when the view is entered. */
export function titleOf(app: App, level: number, title: string): TemplateResult {
  return html`
    ${
      app.state.place.name === 'home'
        ? nothing
        : html`<button type="button" class="back" id="back" @click=${() => app.back()}>
            ${icon('chevron-left')}${words.back()}
          </button>`
    }
    ${heading(level + 1, title, 'title', 'title')}
  `;
}

export function section(level: number, title: string, id: string): TemplateResult {
  return heading(level + 2, title, id, 'section');
}

/** A page decides on which level its headings stand. */
export function heading(level: number, text: string, id: string, look: string): TemplateResult {
  switch (level) {
    case 1:
      return html`<h1 id=${id} class=${look} tabindex="-1">${text}</h1>`;
    case 2:
      return html`<h2 id=${id} class=${look} tabindex="-1">${text}</h2>`;
    case 3:
      return html`<h3 id=${id} class=${look} tabindex="-1">${text}</h3>`;
    case 4:
      return html`<h4 id=${id} class=${look} tabindex="-1">${text}</h4>`;
    case 5:
      return html`<h5 id=${id} class=${look} tabindex="-1">${text}</h5>`;
    default:
      return html`<h6 id=${id} class=${look} tabindex="-1">${text}</h6>`;
  }
}

export interface Chip<Value> {
  readonly value: Value;
  readonly label: TemplateResult | string;
}

/** Answers to one question, of which one is chosen: radios that look like chips. */
export function chipsOf<Value>(
  name: string,
  offered: readonly Chip<Value>[],
  isChosen: (value: Value) => boolean,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<div class="chips">
    ${offered.map(
      ({ value, label }, place) =>
        html`<label class="chip"
          ><input
            type="radio"
            name=${name}
            id="${name}-${String(place)}"
            .checked=${isChosen(value)}
            @change=${() => choose(value)}
          />
          ${icon('check-circle')}<span>${label}</span></label
        >`,
    )}
  </div>`;
}

export function note(sign: Icon, look: 'wait' | 'bad' | 'ok' | 'plain', text: string | TemplateResult): TemplateResult {
  return html`<p class="note-box ${look}">${icon(sign)}<span>${text}</span></p>`;
}

export function problem(id: string, text: string | undefined): Shown {
  return text === undefined ? nothing : html`<p class="problem" id=${id}>${icon('error')}<span>${text}</span></p>`;
}

/** The one filled button of a view; pressed while something is on its way, it waits. */
export function mainButton(
  label: string,
  press: () => void,
  busy = false,
  id = 'main',
  busyLabel = words.sending(),
): TemplateResult {
  return html`<button
    type="button"
    class="main"
    id=${id}
    aria-disabled=${busy ? 'true' : 'false'}
    @click=${() => {
      if (!busy) press();
    }}
  >
    ${labelOf(label, busy, busyLabel)}
  </button>`;
}

/** What is soon done is not worth other words: those come after 400 ms, and the button stays as wide as it was. */
export function labelOf(label: string | TemplateResult, busy: boolean, busyLabel = words.sending()): TemplateResult {
  return html`<span class=${busy ? 'idle' : ''}>${label}</span
    >${busy ? html`<span class="sending">${busyLabel}</span>` : nothing}`;
}

export function softButton(label: string, press: () => void, id: string): TemplateResult {
  return html`<button type="button" class="soft" id=${id} @click=${press}>${label}</button>`;
}

/** One row that is one target. */
export function linkRow(label: string, press: () => void, id: string): TemplateResult {
  return html`<button type="button" class="row link" id=${id} @click=${press}>
    <span>${label}</span>${icon('chevron-right')}
  </button>`;
}
