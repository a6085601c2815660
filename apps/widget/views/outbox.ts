import { html, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { editEntry } from '../app/logging.js';
import { loadHome } from '../app/opening.js';
import { removeEntry } from '../app/outbox.js';
import { sentenceOf } from '../app/log-input.js';
import type { PlainEntry } from '../offline/entries.js';
import { timeOf } from '../plain/days.js';
import { duration } from '../plain/durations.js';
import { words } from '../words/forms.js';
import { section, softButton } from './parts.js';

/** What was written without network and has not left this device. */
export function waitingOutbox(app: App, level: number): TemplateResult {
  const { outbox } = app.state;
  return html`<section aria-labelledby="to-send">
    ${section(level, words.toSend(outbox.length), 'to-send')} ${outbox.map((entry) => entryCard(app, entry))}
  </section>`;
}

function entryCard(app: App, entry: PlainEntry): TemplateResult {
  const { id, form, minutes, refusal, writtenAt } = entry;
  return html`<div class="card">
    <p class="sentence">${sentenceOf(form, duration(minutes))}</p>
    <p class="helper">
      ${refusal === undefined ? words.writtenAt(timeOf(writtenAt, app.language)) : words.toBeChecked(refusal)}
    </p>
    <div class="pair">
      ${
        refusal === undefined
          ? softButton(words.tryNow(), () => void loadHome(app), `try-${id}`)
          : softButton(
              words.edit(),
              () => {
                editEntry(app, entry);
              },
              `edit-${id}`,
            )
      }
      ${softButton(words.remove(), () => void remove(app, entry), `remove-${id}`)}
    </div>
  </div>`;
}

async function remove(app: App, entry: PlainEntry): Promise<void> {
  await removeEntry(app, entry);
  app.focus('title');
}
