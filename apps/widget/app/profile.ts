import { endMandateDocument, profileDocument, renameDocument } from '../api/documents.js';
import type { Mandate, Payload, ProfileAnswer } from '../api/shapes.js';
import { Trouble, troubleOf } from '../api/trouble.js';
import { words } from '../words/profile.js';
import type { App } from './app.js';
import { loadHome } from './opening.js';
import type { ProfileState } from './state.js';

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
  app.set({ profile: { profile: viewer.account, name, busy: false } });
}

export function changeProfile(app: App, changes: Partial<ProfileState>): void {
  const { profile } = app.state;
  if (profile) app.set({ profile: { ...profile, problem: undefined, result: undefined, ...changes } });
}

export async function saveName(app: App): Promise<void> {
  const displayName = app.state.profile?.name.trim() ?? '';
  if (displayName === '') {
    changeProfile(app, { problem: words.writeName() });
    app.focus('name');
    return;
  }
  await change(app, renameDocument, { displayName }, words.saved());
}

export async function removeMandate(app: App, { id, version }: Mandate): Promise<void> {
  await change(app, endMandateDocument, { mandate: id, expectedVersion: version }, words.mandateRemoved());
}

async function change(app: App, document: string, input: object, result: string): Promise<void> {
  changeProfile(app, { busy: true });
  try {
    const whole = { input: { ...input, idempotencyKey: app.around.newKey() } };
    const [payload] = Object.values(await app.around.api.ask<Readonly<Record<string, Payload>>>(document, whole));
    const [refused] = payload?.userErrors ?? [];
    if (refused && refused.code !== 'NOTHING_TO_CHANGE') {
      changeProfile(app, { busy: false, problem: refused.message });
      return;
    }
    await loadHome(app, payload?.position ?? null);
    await loadProfile(app);
    changeProfile(app, { result });
    app.say(result);
  } catch (cause) {
    const isAway = troubleOf(cause).kind === 'away';
    changeProfile(app, { busy: false, problem: isAway ? words.needsNetwork() : words.tooMany() });
  }
}
