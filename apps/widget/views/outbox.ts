import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { turnTo } from '../app/chapters.js';
import { loadHome } from '../app/opening.js';
import { removeEntry } from '../app/outbox.js';
import { sentenceOf } from '../app/log-input.js';
import type { PlainEntry } from '../offline/entries.js';
import { timeOf } from '../plain/days.js';
import { duration } from '../plain/durations.js';
import { words } from '../words/words.js';
import { section, softButton, type Shown } from './parts.js';

/** What was written without network and has not left this device. */
export function waitingOutbox(app: App, level: number): Shown {
  const { outbox } = app.state;
  if (outbox.length === 0) return nothing;
  return html`<section aria-labelledby="to-send">
    ${section(level, words.toSend(outbox.length), 'to-send')}
    ${outbox.map(
      (entry) =>
        html`<div class="card">
          <p class="sentence">${sentenceOf(entry.form, duration(entry.minutes))}</p>
          <p class="helper">
            ${
              entry.refusal === undefined
                ? words.writtenAt(timeOf(entry.writtenAt, app.language))
                : words.toBeChecked(entry.refusal)
            }
          </p>
          <div class="pair">
            ${entry.refusal === undefined ? softButton(words.tryNow(), () => void loadHome(app), `try-${entry.id}`) : nothing}
            ${
              entry.refusal === undefined
                ? nothing
                : softButton(
                    words.edit(),
                    () =>
                      void turnTo(app, 'forms', ({ editEntry }) => {
                        editEntry(app, entry);
                      }),
                    `edit-${entry.id}`,
                  )
            }
            ${softButton(words.remove(), () => void remove(app, entry), `remove-${entry.id}`)}
          </div>
        </div>`,
    )}
  </section>` satisfies TemplateResult;
}

async function remove(app: App, entry: PlainEntry): Promise<void> {
  await removeEntry(app, entry);
  app.focus('title');
}
