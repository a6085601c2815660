import { troubleOf, type Trouble } from '../api/trouble.js';
import { timeOf } from '../plain/days.js';
import { isEmail } from '../plain/names.js';
import { words } from '../words/words.js';
import type { App } from './app.js';
import { turnTo } from './chapters.js';
import { open, loadHome } from './opening.js';
import { emptySignIn, type SignIn } from './state.js';

export const anotherCodeAfterMs = 30_000;

export function changeSignIn(app: App, changes: Partial<SignIn>): void {
  app.set({ signIn: { ...app.state.signIn, ...changes } });
}

function refuse(app: App, field: 'email' | 'code' | 'number', sentence: string): void {
  changeSignIn(app, { problem: { field, words: sentence }, busy: false });
  app.say(sentence);
  app.focus(`tb-${field}`);
}

/** The step that the form stands at. */
export async function submitSignIn(app: App): Promise<void> {
  const { step, busy } = app.state.signIn;
  if (busy) return;
  if (step === 'email') await askCode(app);
  else await enterCode(app);
}

export async function askCode(app: App, again = false): Promise<void> {
  const email = app.state.signIn.email.trim();
  if (email === '') {
    refuse(app, 'email', words.writeEmail());
    return;
  }
  if (!isEmail(email)) {
    refuse(app, 'email', words.checkEmail());
    return;
  }
  await tryToSignIn(app, async () => {
    const { challenge, lifeSeconds } = await app.around.api.session.askCode(email, app.state.door?.hub ?? '');
    const askedAt = app.around.now();
    const until = new Date(askedAt.getTime() + lifeSeconds * 1_000);
    changeSignIn(app, {
      ...emptySignIn,
      step: 'code',
      email,
      challenge: { id: challenge, until, askedAt },
      notice: again ? words.sentAnother() : undefined,
    });
    if (again) app.say(words.sentAnother());
    // Whoever waits with the question open is offered another code.
    setTimeout(() => {
      app.set({});
    }, anotherCodeAfterMs);
    app.focus('tb-code');
  });
}

async function enterCode(app: App): Promise<void> {
  const { step, code, challenge, memberNumber } = app.state.signIn;
  if (step === 'desk' && !/^\d{1,9}$/.test(memberNumber.trim())) {
    refuse(app, 'number', words.writeNumber());
    return;
  }
  const entered =
    step === 'code' && challenge
      ? { code, challenge: challenge.id }
      : { code, memberNumber: Number(memberNumber), hub: app.state.door?.hub ?? '' };
  await tryToSignIn(app, async () => {
    await app.around.api.session.enterCode(entered);
    await signedIn(app);
  });
}

async function signedIn(app: App): Promise<void> {
  const { logging, signsInAgain } = app.state;
  app.set({ signsInAgain: false });
  await loadHome(app);
  changeSignIn(app, { ...emptySignIn, email: app.state.signIn.email });
  const { home } = app.state;
  if (signsInAgain && logging && home) {
    if (logging.owner === home.viewer) {
      app.say(words.insideAgain());
      app.set({ notice: words.insideAgain() });
      app.focus('send');
      return;
    }
    app.set({ logging: undefined, place: { name: 'home' }, notice: words.someoneElses() });
    app.say(words.someoneElses());
  }
  app.focus('title');
}

async function tryToSignIn(app: App, work: () => Promise<void>): Promise<void> {
  changeSignIn(app, { busy: true, problem: undefined, notice: undefined });
  try {
    await work();
  } catch (cause) {
    tellTrouble(app, troubleOf(cause));
  } finally {
    changeSignIn(app, { busy: false });
  }
}

function tellTrouble(app: App, trouble: Trouble): void {
  const { step, triesLeft } = app.state.signIn;
  const field = step === 'email' ? 'email' : 'code';
  switch (trouble.kind) {
    case 'refused': {
      if (step === 'desk') refuse(app, field, words.printedWrong());
      else if (trouble.code === 'CODE_OVER' || triesLeft <= 1) refuse(app, field, words.codeOver());
      else refuse(app, field, triesLeft === 2 ? words.codeWrongOnce() : words.codeWrong(triesLeft - 1));
      changeSignIn(app, { triesLeft: triesLeft - 1 });
      return;
    }
    case 'too-many': {
      const until = new Date(app.around.now().getTime() + trouble.waitSeconds * 1_000);
      refuse(app, field, words.tooManyTries(timeOf(until, app.language)));
      return;
    }
    case 'not-allowed':
      app.set({ phase: 'unconnected', unconnected: 'origin' });
      return;
    case 'away':
      refuse(app, field, words.away());
      return;
    case 'signed-out':
    case 'unexpected':
      refuse(app, field, words.unexpected(trouble.code));
  }
}

/** @param everything also what is kept on this device for the next time: it may be somebody else's */
export async function signOut(app: App, how: { readonly sure: boolean; readonly everything?: boolean }): Promise<void> {
  const { outbox, sealedEntries } = app.state;
  if (!how.sure && (how.everything === true ? sealedEntries : outbox.length) > 0) {
    await turnTo(app, 'forms', () => {
      app.set({ leaving: true });
      app.focus('leaving');
    });
    return;
  }
  const { shelf, api } = app.around;
  // First of all, without waiting for anything: whoever closes the page at once is signed out, too.
  const signedOut = api.session.signOut();
  if (how.everything === true) await shelf.wipe();
  else await shelf.forgetHome();
  await signedOut;
  app.set({
    phase: 'opening',
    place: { name: 'home' },
    home: undefined,
    logging: undefined,
    history: undefined,
    detail: undefined,
    statement: undefined,
    profile: undefined,
    cards: new Map(),
    outbox: [],
    leaving: false,
    signsInAgain: false,
    signIn: emptySignIn,
  });
  await open(app);
  app.focus('title');
}
