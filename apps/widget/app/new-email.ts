import type { EmailPayload } from '../api/shapes.js';
import type { App } from './app.js';
import type { NewEmail } from './state.js';

/** The code is on its way: a page that is loaded again still asks for it. */
export async function newEmailAsked(
  { around, home }: App,
  email: string,
  { challenge, lifeSeconds }: EmailPayload,
): Promise<NewEmail> {
  const until = new Date(around.now().getTime() + (lifeSeconds ?? 0) * 1_000).toISOString();
  const waiting = { email, challenge: challenge ?? '', until };
  await around.shelf.keepNewEmail(home.viewer, waiting);
  return { ...waiting, code: '' };
}

/** While its code lives, and unless it was confirmed meanwhile. */
export async function waitingEmail(app: App, knownEmail: string): Promise<NewEmail | undefined> {
  const { around, home, state } = app;
  const known = state.profile?.newEmail;
  const waiting = (await around.shelf.newEmail(home.viewer)) ?? known;
  if (waiting && waiting.email !== knownEmail && Date.parse(waiting.until) > around.now().getTime())
    return { ...waiting, code: known?.code ?? '' };
  await forgetNewEmail(app);
  return undefined;
}

export function forgetNewEmail({ around, home }: App): Promise<void> {
  return around.shelf.keepNewEmail(home.viewer, undefined);
}
