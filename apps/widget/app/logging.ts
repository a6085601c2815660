import { logDocument } from '../api/documents.js';
import { searchDocument } from '../api/forms-documents.js';
import type { ExchangePayload, Person, SearchAnswer, UserError } from '../api/shapes.js';
import { troubleOf } from '../api/trouble.js';
import type { PlainEntry } from '../offline/entries.js';
import { isLoggedAlready } from '../plain/claims.js';
import { dayOf, plainDay } from '../plain/days.js';
import { balance, duration, spoken, typedHours } from '../plain/durations.js';
import { emptyForm, minutesIn, problemsIn, type Direction, type LogForm } from '../plain/log-form.js';
import { firstName } from '../plain/names.js';
import { words } from '../words/forms.js';
import type { App } from './app.js';
import { inputOf, sentenceOf } from './log-input.js';
import { loadHome } from './opening.js';
import { keepForLater, removeEntry } from './outbox.js';
import { refusalWords } from './refusal-words.js';
import type { Logging } from './state.js';

/** The form, empty but for what is known already. */
export function startLogging(app: App, direction: Direction, opener: string, person?: Person): void {
  const { bank, viewer } = app.home;
  const form = { ...emptyForm(direction, bank.today, app.around.newKey()), ...(person ? { person } : {}) };
  app.set({ logging: { ...emptyLogging, form, owner: viewer } });
  app.go({ name: 'log' }, opener);
}

/** What the bank did not take, filled in again: it waits where it is until the better form is on its way. */
export function editEntry(app: App, entry: PlainEntry): void {
  const form = { ...entry.form, key: app.around.newKey() };
  const otherDay = form.day !== app.home.bank.today;
  app.set({ logging: { ...emptyLogging, form, details: true, otherDay, replaces: entry, owner: app.home.viewer } });
  app.go({ name: 'log' }, `edit-${entry.id}`);
}

const emptyLogging: Omit<Logging, 'form' | 'owner'> = {
  details: false,
  otherDay: false,
  searching: false,
  search: '',
  problems: [],
  asksAgain: false,
  busy: false,
};

export function changeLogging(app: App, changes: Partial<Logging>): void {
  const { logging } = app.state;
  if (logging) app.set({ logging: { ...logging, asksAgain: false, ...changes } });
}

/** What changes is no longer complained about. */
export function changeForm(app: App, changes: Partial<LogForm>): void {
  const { logging } = app.state;
  if (!logging) return;
  const form = { ...logging.form, ...changes };
  const problems = logging.problems.length > 0 ? problemsIn(form, app.home.bank.rules, app.home.bank.today) : [];
  const isReady = !(logging.form.person && minutesIn(logging.form)) && form.person && minutesIn(form);
  changeLogging(app, { form, problems, refusal: undefined });
  if (isReady) app.say(words.pressSend(sentenceOf(form, spoken(minutesIn(form) ?? 0, app.language))));
}

/** "1,5" in the hours is set as one hour and thirty minutes, and said. */
export function settleHours(app: App): void {
  const { logging } = app.state;
  const typed = logging && typedHours(logging.form.hours);
  if (!typed || typed.minutes === 0) return;
  app.say(words.typedIs(logging.form.hours, duration(typed.hours * 60 + typed.minutes)));
  changeForm(app, { hours: String(typed.hours), minutes: typed.minutes });
}

export function choosePerson(app: App, person: Person): void {
  changeLogging(app, { searching: false, search: '', found: undefined });
  changeForm(app, { person });
  app.focus('time');
}

/** Answers may come in another order than they were asked in: only the last counts. */
export async function searchPeople(app: App, search: string): Promise<void> {
  changeLogging(app, { search, found: undefined });
  const text = search.trim();
  if (text.length < 2 && !/^\d+$/.test(text)) return;
  try {
    const { viewer } = await app.around.api.ask<SearchAnswer>(searchDocument, { bank: app.home.bank.id, search: text });
    if (app.state.logging?.search !== search) return;
    const found = viewer.members.edges.map(({ node }) => node).filter(({ id }) => id !== app.home.account.id);
    changeLogging(app, { found });
    app.sayWhenQuiet(
      found.length === 0 ? words.nobodyCalled() : found.length === 1 ? words.onePerson() : words.people(found.length),
    );
  } catch (cause) {
    const isAway = troubleOf(cause).kind === 'away';
    changeLogging(app, { refusal: isAway ? words.needsNetwork() : words.tooMany() });
  }
}

export async function sendLog(app: App, isSure = false): Promise<void> {
  const { logging } = app.state;
  if (!logging || logging.busy) return;
  const { bank, account } = app.home;
  const problems = problemsIn(logging.form, bank.rules, bank.today);
  if (problems.length > 0) {
    changeLogging(app, { problems, refusal: undefined });
    app.focus('problems');
    return;
  }
  const minutes = minutesIn(logging.form) ?? 0;
  const { person, direction, day } = logging.form;
  const asked = { minutes, other: person?.id ?? '', day, gave: direction === 'gave' };
  if (!isSure && isLoggedAlready(account, asked)) {
    changeLogging(app, { asksAgain: true });
    app.focus('again');
    return;
  }
  changeLogging(app, { busy: true, refusal: undefined, problems: [] });
  await send(app, logging.form, minutes);
  const isGone = app.state.logging === undefined;
  if (isGone && logging.replaces) await removeEntry(app, logging.replaces);
}

async function send(app: App, form: LogForm, minutes: number): Promise<void> {
  try {
    const input = inputOf(app, form, minutes);
    const { logExchange } = await app.around.api.ask<{ readonly logExchange: ExchangePayload }>(logDocument, { input });
    const [refused] = logExchange.userErrors;
    if (refused) {
      changeLogging(app, { busy: false, refusal: refusalOf(app, form, refused) });
      app.focus('problems');
      return;
    }
    await logged(app, form, minutes, logExchange);
  } catch (cause) {
    await notSent(app, form, minutes, cause);
  }
}

function refusalOf(app: App, { direction, day, person }: LogForm, refused: UserError): string {
  const other = { id: person?.id ?? '', displayName: person?.displayName ?? null };
  const { since } = app.home.membership.member;
  const isOthers = refused.code === 'BEFORE_MEMBERSHIP' && since !== null && day >= since;
  return isOthers
    ? words.notMemberYet(other.displayName ?? '')
    : refusalWords(app, refused, { other, gave: direction === 'gave' });
}

async function logged(app: App, form: LogForm, minutes: number, payload: ExchangePayload): Promise<void> {
  const { exchange, balancesAfter, position } = payload;
  const mine = balancesAfter.find(({ account }) => account === app.home.account.id);
  const sentences = mine
    ? [words.doneNow(balance(mine.balanceAfterMinutes, app.language))]
    : [
        words.logged(),
        `${sentenceOf(form, duration(minutes))}.`,
        ...turnSentence(app, form, exchange?.expiresAt ?? null),
      ];
  app.set({ logging: undefined, done: { sentences }, place: { name: 'done' }, notice: undefined });
  app.say(sentences.join(' '));
  app.focus('title');
  await loadHome(app, position);
}

function turnSentence(app: App, form: LogForm, expiresAt: string | null): readonly string[] {
  if (expiresAt === null) return [];
  const day = plainDay(dayOf(expiresAt, app.home.bank.rules.timeZone), app.language);
  return [words.theirTurn(firstName(form.person?.displayName ?? null), day)];
}

async function notSent(app: App, form: LogForm, minutes: number, cause: unknown): Promise<void> {
  const trouble = troubleOf(cause);
  changeLogging(app, { busy: false });
  if (trouble.kind === 'signed-out') {
    app.set({ signsInAgain: true });
    app.say(words.signInAgain());
    app.focus('tb-email');
    return;
  }
  if (trouble.kind === 'away' && (await keepForLater(app, form, minutes))) return;
  const refusal =
    trouble.kind === 'away'
      ? words.unknownResult()
      : trouble.kind === 'too-many'
        ? words.tooMany()
        : words.unexpected(trouble.code);
  changeLogging(app, { refusal });
  app.focus('problems');
}
