import { html, nothing, type TemplateResult } from 'lit';
import type { ProfilePart, ProfileState } from '../app/state.js';
import { icon } from './icons.js';
import { note, problem, section, type Shown } from './parts.js';

/** What was done, where it was asked for. */
export function resultIn({ result }: ProfileState, part: ProfilePart): Shown {
  return result?.part === part ? note('check-circle', 'ok', result.words) : nothing;
}

export function problemIn({ problem: wrong }: ProfileState, part: ProfilePart): Shown {
  return wrong?.part === part ? problem(`${part}-problem`, wrong.words) : nothing;
}

/** A row that opens where it stands, under a heading of its own. */
export function opening(
  level: number,
  title: string,
  id: string,
  part: TemplateResult,
  isOpen = false,
): TemplateResult {
  return html`<details class="row part" ?open=${isOpen}>
    <summary>${section(level, title, id)}${icon('chevron-right')}</summary>
    <div class="part-open">${part}</div>
  </details>`;
}
