import { eraseMeDocument } from '../api/profile-documents.js';
import type { ErasurePayload } from '../api/shapes.js';
import { words } from '../words/profile.js';
import type { App } from './app.js';
import { open } from './opening.js';
import { changeProfile, done, tellTrouble } from './profile.js';

export async function downloadAll(app: App): Promise<void> {
  if (app.state.profile?.busy) return;
  changeProfile(app, { busy: 'zip' });
  app.say(words.preparingAll());
  try {
    app.around.save(await app.around.api.download('/me/export.zip', `${words.myData()}.zip`));
    changeProfile(app, { busy: undefined, result: { part: 'data', words: words.allDownloaded() } });
    app.say(words.allDownloaded());
  } catch (cause) {
    tellTrouble(app, 'data', cause);
  }
}

/** Asked in words, because nothing brings them back. */
export function askToErase(app: App): void {
  changeProfile(app, { erasing: '' });
  app.focus('erase-word');
}

export function keepData(app: App): void {
  changeProfile(app, { erasing: undefined });
  app.focus('erase');
}

export async function eraseMe(app: App): Promise<void> {
  const { profile } = app.state;
  if (profile?.erasing === undefined || profile.busy) return;
  const confirmation = profile.erasing.trim();
  if (confirmation !== words.eraseWord()) {
    changeProfile(app, { problem: { part: 'data', words: words.notErase() } });
    app.say(words.notErase());
    app.focus('erase-word');
    return;
  }
  changeProfile(app, { busy: 'data' });
  try {
    const { certificate, userErrors } = await done<ErasurePayload>(app, eraseMeDocument, { confirmation });
    const [refused] = userErrors;
    if (refused) changeProfile(app, { busy: undefined, problem: { part: 'data', words: refused.message } });
    else await erased(app, certificate?.html ?? '');
  } catch (cause) {
    tellTrouble(app, 'data', cause);
  }
}

/** Nothing of them is left here either, but for the certificate. */
async function erased(app: App, certificate: string): Promise<void> {
  const { viewer } = app.home;
  app.around.api.session.forget();
  for (const { id } of await app.around.shelf.entriesOf(viewer)) await app.around.shelf.removeEntry(id);
  await app.around.shelf.forgetHome();
  app.set({ phase: 'erased', certificate, home: undefined, profile: undefined, outbox: [] });
  app.say(words.erased());
  app.focus('title');
}

export function saveCertificate(app: App): void {
  const content = new Blob([app.state.certificate ?? ''], { type: 'text/html' });
  app.around.save({ name: `${words.certificate()}.html`, content });
}

export async function leaveErased(app: App): Promise<void> {
  app.set({ certificate: undefined, place: { name: 'home' } });
  await open(app);
  app.focus('title');
}
