import { hubDoorDocument, homeDocument } from '../api/documents.js';
import type { HomeAnswer, HubDoor, HubDoorHere } from '../api/shapes.js';
import { troubleOf } from '../api/trouble.js';
import { balance } from '../plain/durations.js';
import { words } from '../words/words.js';
import type { App } from './app.js';
import { fetched } from './chapters.js';
import { readOutbox, sendWaiting } from './outbox.js';
import type { Home, State } from './state.js';

/** From an empty element to the sign-in, or straight to the account of whoever is still signed in: one question each. */
export async function open(app: App): Promise<void> {
  app.set({ phase: 'opening', trouble: undefined, unconnected: undefined });
  app.set({ sealedEntries: await app.around.shelf.count() });
  if (app.around.isBack()) await comeBack(app);
  if (!app.around.api.session.isKept) return loadDoor(app);
  void showLastHome(app);
  return loadHome(app);
}

/** The page of the last visit, with its time, until the one of now is there. */
async function showLastHome(app: App): Promise<void> {
  const home = await app.around.shelf.home();
  if (home && app.state.phase === 'opening')
    app.set({ phase: 'member', home: { ...home, isOld: true }, door: home.door });
}

async function comeBack(app: App): Promise<void> {
  await fetched('provider').then(
    (provider) => provider.comeBack(app),
    () => undefined,
  );
}

async function loadDoor(app: App): Promise<void> {
  const slow = setTimeout(() => app.set({ isSlow: true }), 2_000);
  try {
    const { api, hub, origin } = app.around;
    const asked = { hub, origin };
    const { hubDoor } = await api.askPublic<{ readonly hubDoor: HubDoorHere | null }>(hubDoorDocument, asked);
    if (!hubDoor) app.set({ phase: 'unconnected', unconnected: 'hub' });
    else if (hubDoor.isOpenAt || origin === api.server) app.set({ door: hubDoor, phase: 'stranger' });
    else app.set({ phase: 'unconnected', unconnected: 'origin' });
  } catch (cause) {
    const trouble = troubleOf(cause);
    if (trouble.kind === 'away' && (await isAnswering(app))) app.set({ phase: 'unconnected', unconnected: 'origin' });
    else app.set({ trouble });
  } finally {
    clearTimeout(slow);
    app.set({ isSlow: false });
  }
}

/** A page that is not registered gets no answer it may read; whether there is one at all, it may know. */
async function isAnswering({ around }: App): Promise<boolean> {
  try {
    await fetch(`${around.api.server}/embed/v1/banca-tempo.js`, {
      method: 'HEAD',
      credentials: 'omit',
      cache: 'no-store',
    });
    return true;
  } catch {
    return false;
  }
}

/** @param position what was just written is in the answer */
export async function loadHome(app: App, position?: string | null): Promise<void> {
  try {
    const asked = { position: position ?? null, hub: app.around.hub };
    const { viewer, hubDoor } = await app.around.api.ask<HomeAnswer>(homeDocument, asked);
    if (!hubDoor) {
      app.set({ phase: 'unconnected', unconnected: 'hub' });
      return;
    }
    const home = homeIn(viewer, hubDoor, app.around.now());
    app.set({ phase: 'member', door: hubDoor, home, isOffline: false, trouble: undefined });
    if (!home) {
      app.set({ elsewhere: banksBut(viewer, undefined) });
      return;
    }
    await app.around.shelf.keepHome(home);
    const sent = await sendWaiting(app);
    if (sent !== null) await loadHome(app, sent);
  } catch (cause) {
    await withoutAnswer(app, cause);
  }
}

/** Again every minute and whenever the page is looked at: only a balance that changed is said. */
export async function refreshHome(app: App): Promise<void> {
  const before = app.state.home;
  // The first answer is still on its way.
  if (!before || (before.isOld && !app.state.isOffline) || app.state.place.name !== 'home' || isBusy(app.state)) return;
  await loadHome(app);
  const { home } = app.state;
  if (home && home.account.balanceMinutes !== before.account.balanceMinutes) {
    app.say(words.balanceUpdated(balance(home.account.balanceMinutes, app.language)));
  }
}

function isBusy({ cards }: State): boolean {
  return [...cards.values()].some(({ busy, step }) => busy || step === 'declining' || step === 'withdrawing');
}

async function withoutAnswer(app: App, cause: unknown): Promise<void> {
  const trouble = troubleOf(cause);
  if (trouble.kind === 'signed-out') {
    app.set({ phase: 'stranger', home: undefined, place: { name: 'home' } });
    if (!app.state.door) await loadDoor(app);
    return;
  }
  if (trouble.kind !== 'away') {
    app.set({ trouble });
    return;
  }
  const home = app.state.home ?? (app.around.api.session.isKept ? await app.around.shelf.home() : undefined);
  if (!home) {
    app.set({ trouble });
    return;
  }
  app.set({ phase: 'member', home: { ...home, isOld: true }, isOffline: true, door: home.door });
  await readOutbox(app);
}

function homeIn(viewer: HomeAnswer['viewer'], door: HubDoor, now: Date): Home | undefined {
  const membership = viewer.membershipAt;
  const bank = viewer.banks.find(({ id }) => id === door.bank);
  if (!membership?.account || !bank) return undefined;
  const { account } = membership;
  const otherBanks = banksBut(viewer, bank.id);
  return { viewer: viewer.id, door, bank, membership, account, otherBanks, loadedAt: now, isOld: false };
}

function banksBut({ banks, memberships, id }: HomeAnswer['viewer'], here: string | undefined): Home['otherBanks'] {
  return memberships
    .filter(({ bank, member }) => bank !== here && member.person === id)
    .flatMap(({ bank, member }) =>
      banks.filter((each) => each.id === bank).map((each) => ({ bank: each, handle: member.hub?.handle ?? null })),
    );
}
