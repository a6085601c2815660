import { logDocument } from '../api/documents.js';
import type { ExchangePayload } from '../api/shapes.js';
import { troubleOf } from '../api/trouble.js';
import type { PlainEntry } from '../offline/entries.js';
import { duration } from '../plain/durations.js';
import type { LogForm } from '../plain/log-form.js';
import { words } from '../words/words.js';
import type { App } from './app.js';
import { fetched } from './chapters.js';
import { inputOf, sentenceOf } from './log-input.js';
import { refusalWords } from './refusal-words.js';

/** A registration that did not reach the bank waits here, under its own key: nothing is logged twice. @returns false where this page may keep nothing */
export async function keepForLater(app: App, form: LogForm, minutes: number): Promise<boolean> {
  const { viewer, membership } = app.home;
  const hub = membership.member.hub?.id ?? '';
  const entry: PlainEntry = { id: form.key, form, minutes, hub, writtenAt: app.around.now().toISOString() };
  if (!(await app.around.shelf.keepEntry(viewer, entry))) return false;
  const sentences = [`${sentenceOf(form, duration(minutes))}.`, words.onThisDevice()];
  await readOutbox(app);
  app.set({ isOffline: true, logging: undefined, done: { sentences }, place: { name: 'done' } });
  app.say(sentences.join(' '));
  app.focus('title');
  return true;
}

export async function readOutbox(app: App): Promise<void> {
  const { shelf } = app.around;
  const [outbox, sealedEntries] = [await shelf.entriesOf(app.home.viewer), await shelf.count()];
  // They are shown by it.
  if (outbox.length > 0) await fetched('forms').catch(() => undefined);
  app.set({ outbox, sealedEntries });
}

export async function removeEntry(app: App, { id }: PlainEntry): Promise<void> {
  await app.around.shelf.removeEntry(id);
  await readOutbox(app);
}

/** Sends what waits of who is signed in, and of nobody else, until the network is away again. @returns the position of the last that was logged */
export async function sendWaiting(app: App): Promise<string | null> {
  await readOutbox(app);
  let position: string | null = null;
  for (const entry of app.state.outbox.filter(({ refusal }) => refusal === undefined)) {
    try {
      position = (await sendEntry(app, entry)) ?? position;
    } catch (cause) {
      if (troubleOf(cause).kind === 'away') app.set({ isOffline: true });
      break;
    }
  }
  return position;
}

async function sendEntry(app: App, entry: PlainEntry): Promise<string | null> {
  const input = inputOf(app, entry.form, entry.minutes, entry.hub);
  const { logExchange } = await app.around.api.ask<{ readonly logExchange: ExchangePayload }>(logDocument, { input });
  const [refused] = logExchange.userErrors;
  if (refused) {
    const { person, direction } = entry.form;
    const other = { id: person?.id ?? '', displayName: person?.displayName ?? null };
    const refusal = refusalWords(app, refused, { other, gave: direction === 'gave' });
    await app.around.shelf.keepEntry(app.home.viewer, { ...entry, refusal });
    await readOutbox(app);
    return null;
  }
  await app.around.shelf.removeEntry(entry.id);
  const sentence = words.sent(uncapital(sentenceOf(entry.form, duration(entry.minutes))));
  app.set({ notice: sentence });
  app.say(sentence);
  await readOutbox(app);
  return logExchange.position;
}

/** As it stands inside another sentence. */
function uncapital(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
