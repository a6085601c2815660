import {
  changeEmailDocument,
  chooseMailDocument,
  confirmEmailDocument,
  endMandateDocument,
  profileDocument,
  renameDocument,
} from '../api/profile-documents.js';
import type { EmailPayload, MailChoice, Mandate, Payload, ProfileAnswer } from '../api/shapes.js';
import { Trouble, troubleOf } from '../api/trouble.js';
import { isEmail } from '../plain/names.js';
import { words } from '../words/profile.js';
import type { App } from './app.js';
import { forgetNewEmail, newEmailAsked, waitingEmail } from './new-email.js';
import { loadHome } from './opening.js';
import type { ProfilePart, ProfileState } from './state.js';
import { isSignedOut, troubleWords } from './trouble-words.js';

export async function openProfile(app: App, opener: string): Promise<void> {
  app.set({ profile: undefined });
  app.go({ name: 'profile' }, opener);
  await app.attempt(() => loadProfile(app));
}

async function loadProfile(app: App): Promise<void> {
  const { account, membership } = app.home;
  const { viewer } = await app.around.api.ask<ProfileAnswer>(profileDocument, { account: account.id });
  if (!viewer.account) throw new Trouble('unexpected', 'NOT_FOUND');
  const name = membership.member.displayName ?? '';
  const knownEmail = viewer.email ?? '';
  const newEmail = await waitingEmail(app, knownEmail);
  const email = newEmail?.email ?? knownEmail;
  const opensDetails = app.state.profile?.opensDetails ?? newEmail !== undefined;
  app.set({
    profile: { profile: viewer.account, mails: viewer.mails, name, email, knownEmail, newEmail, opensDetails },
  });
}

export function changeProfile(app: App, changes: Partial<ProfileState>): void {
  const { profile } = app.state;
  if (profile) app.set({ profile: { ...profile, problem: undefined, result: undefined, ...changes } });
}

/** What was changed and nothing else: the name, the address, or both. A new address first shows that it is read. */
export async function saveDetails(app: App): Promise<void> {
  const { profile } = app.state;
  if (!profile || profile.busy) return;
  changeProfile(app, { newEmail: undefined });
  await forgetNewEmail(app);
  const [displayName, email] = [profile.name.trim(), profile.email.trim()];
  if (displayName === '') {
    refuse(app, words.writeName(), 'name');
    return;
  }
  const isNewEmail = email !== profile.knownEmail;
  if (isNewEmail && !isEmail(email)) {
    refuse(app, words.checkEmail(), 'email');
    return;
  }
  const changes: [string, object][] = [];
  if (displayName !== app.home.membership.member.displayName) changes.push([renameDocument, { displayName }]);
  if (isNewEmail) changes.push([changeEmailDocument, { email }]);
  if (!isNewEmail) {
    await change(app, 'details', changes, words.saved());
    return;
  }
  const asked: EmailPayload | undefined = await change(app, 'details', changes, words.newEmailAsked(email));
  if (asked?.challenge) {
    changeProfile(app, { email, newEmail: await newEmailAsked(app, email, asked) });
    app.focus('new-email-code');
  }
}

export async function confirmEmail(app: App): Promise<void> {
  const { profile } = app.state;
  if (!profile?.newEmail || profile.busy) return;
  const { email, challenge, code } = profile.newEmail;
  await change(app, 'details', [[confirmEmailDocument, { email, challenge, code }]], words.newEmailHolds(email));
}

function refuse(app: App, sentence: string, field: string): void {
  changeProfile(app, { problem: { part: 'details', words: sentence } });
  app.say(sentence);
  app.focus(field);
}

export async function chooseMail(app: App, { kind, wanted }: MailChoice): Promise<void> {
  await change(app, 'notices', [[chooseMailDocument, { kind, wanted }]], words.saved());
}

export async function removeMandate(app: App, { id, version }: Mandate): Promise<void> {
  const ending = { mandate: id, expectedVersion: version };
  await change(app, 'mandates', [[endMandateDocument, ending]], words.mandateRemoved());
}

/** One after the other: what was refused is said, and what was done before it stays done. @returns the last answer */
async function change(
  app: App,
  part: ProfilePart,
  changes: readonly (readonly [string, object])[],
  result: string,
): Promise<Payload | undefined> {
  changeProfile(app, { busy: part });
  try {
    let last: Payload | undefined;
    let position: string | null = null;
    for (const [document, input] of changes) {
      const payload = await done(app, document, input);
      const [refused] = payload.userErrors;
      if (refused && refused.code !== 'NOTHING_TO_CHANGE') {
        changeProfile(app, { busy: undefined, problem: { part, words: refused.message } });
        app.say(refused.message);
        return undefined;
      }
      position = payload.position ?? position;
      last = payload;
    }
    await loadHome(app, position);
    await loadProfile(app);
    changeProfile(app, { result: { part, words: result } });
    app.say(result);
    return last;
  } catch (cause) {
    tellTrouble(app, part, cause);
    return undefined;
  }
}

/** A verb of the profile, under a key of its own. @throws Trouble */
export async function done<Answer extends Payload>(app: App, document: string, input: object): Promise<Answer> {
  const whole = { input: { ...input, idempotencyKey: app.around.newKey() } };
  const [payload] = Object.values(await app.around.api.ask<Readonly<Record<string, Answer>>>(document, whole));
  if (!payload) throw new Trouble('unexpected');
  return payload;
}

export function tellTrouble(app: App, part: ProfilePart, cause: unknown): void {
  const trouble = troubleOf(cause);
  if (isSignedOut(app, trouble)) return;
  const sentence = troubleWords(trouble);
  changeProfile(app, { busy: undefined, problem: { part, words: sentence } });
  app.say(sentence);
}
