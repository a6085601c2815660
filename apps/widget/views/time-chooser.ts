import { html, nothing, type TemplateResult } from 'lit';
import { duration, spoken } from '../plain/durations.js';
import type { Language } from '../plain/language.js';
import { chips, minutesIn, type LogForm } from '../plain/log-form.js';
import { words } from '../words/forms.js';
import { chipsOf } from './parts.js';

type Chosen = Pick<LogForm, 'chosen' | 'hours' | 'minutes'>;

export interface TimeChooser {
  readonly name: string;
  readonly chosen: Chosen;
  readonly stepMinutes: number;
  readonly language: Language;
  change(chosen: Partial<Chosen>): void;
  /** The hours were typed to their end. */
  settle(): void;
}

/** Half an hour to two hours at a touch; anything else in hours and minutes. */
export function timeChooser(chooser: TimeChooser): TemplateResult {
  const { name, chosen, language } = chooser;
  const offered = [
    ...chips.map((minutes) => ({ value: minutes, label: timeLabel(minutes, language) })),
    { value: 'other' as const, label: words.other() },
  ];
  return html`
    ${chipsOf<number | 'other'>(
      `${name}-time`,
      offered,
      (value) => chosen.chosen === value,
      (value) => {
        chooser.change({ chosen: value });
      },
    )}
    ${chosen.chosen === 'other' ? hoursAndMinutes(chooser) : nothing}
  `;
}

export function timeLabel(minutes: number, language: Language): TemplateResult {
  return html`<span aria-hidden="true" class="figure">${duration(minutes)}</span
    ><span class="heard">${spoken(minutes, language)}</span>`;
}

function hoursAndMinutes(chooser: TimeChooser): TemplateResult {
  const { name, chosen, stepMinutes, language } = chooser;
  const hours = Number.parseInt(chosen.hours || '0', 10) || 0;
  const step = (by: number) => () => {
    chooser.change({ hours: String(Math.max(0, hours + by)) });
  };
  const minutes: number[] = [];
  for (let each = 0; each < 60; each += stepMinutes) minutes.push(each);
  const inAll = minutesIn(chosen);
  return html`<div class="other-time">
    <div class="field">
      <label for="${name}-hours">${words.hours()}</label>
      <div class="stepper">
        <button type="button" class="soft step" aria-label=${words.hourLess()} @click=${step(-1)}>−</button>
        <input
          type="text"
          inputmode="decimal"
          autocomplete="off"
          id="${name}-hours"
          .value=${chosen.hours}
          @input=${(typed: InputEvent) => {
            chooser.change({ hours: (typed.target as HTMLInputElement).value });
          }}
          @change=${() => {
            chooser.settle();
          }}
        />
        <button type="button" class="soft step" aria-label=${words.hourMore()} @click=${step(1)}>+</button>
      </div>
    </div>
    <fieldset>
      <legend>${words.minutes()}</legend>
      ${chipsOf(
        `${name}-minutes`,
        minutes.map((value) => ({ value, label: String(value) })),
        (value) => chosen.minutes === value,
        (value) => {
          chooser.change({ minutes: value });
        },
      )}
    </fieldset>
    ${
      inAll === undefined || inAll === 0
        ? nothing
        : html`<p class="total">
            <span aria-hidden="true">${words.inAll(duration(inAll))}</span
            ><span class="heard">${words.inAll(spoken(inAll, language))}</span>
          </p>`
    }
  </div>`;
}
