import type { TemplateResult } from 'lit';
import type { Exchange, Person } from '../api/shapes.js';
import { Trouble } from '../api/trouble.js';
import { loadChapter } from '../element/chapter-script.js';
import type { Direction } from '../plain/log-form.js';
import type { App } from './app.js';
import type { Card } from './state.js';

/** What comes after the first script, each from a script of its own: apps/widget/chapters has one file for each. */
export interface Chapters {
  readonly forms: {
    readonly startLogging: (app: App, direction: Direction, opener: string, person?: Person) => void;
    readonly becameOf: (app: App, exchange: Exchange, position: string | null) => Promise<string | undefined>;
    readonly logView: (app: App, level: number) => TemplateResult;
    readonly doneView: (app: App) => TemplateResult;
    readonly waitingOutbox: (app: App, level: number) => TemplateResult;
    readonly answerForm: (app: App, card: Card) => TemplateResult;
    readonly leavingView: (app: App) => TemplateResult;
    readonly withdrawingView: (app: App, exchange: Exchange) => TemplateResult;
  };
  readonly past: {
    readonly openHistory: (app: App) => Promise<void>;
    readonly openExchange: (app: App, exchange: string, opener: string, balanceAfterMinutes?: number) => Promise<void>;
    readonly historyView: (app: App, level: number) => TemplateResult;
    readonly exchangeView: (app: App, level: number) => TemplateResult;
    readonly openStatement: (app: App, opener: string) => Promise<void>;
    readonly statementView: (app: App, level: number) => TemplateResult;
  };
  readonly profile: {
    readonly openProfile: (app: App, opener: string) => Promise<void>;
    readonly profileView: (app: App, level: number) => TemplateResult;
    readonly erasedView: (app: App, level: number) => TemplateResult;
  };
  readonly provider: {
    readonly leaveForProvider: (app: App, name: string) => Promise<void>;
    readonly comeBack: (app: App) => Promise<void>;
  };
  readonly english: {
    readonly english: Readonly<Record<string, string>>;
  };
}

const all = ['forms', 'past', 'profile', 'english'] as const satisfies readonly (keyof Chapters)[];
const read: Partial<Chapters> = {};
const coming = new Map<keyof Chapters, Promise<unknown>>();

/** Undefined until it was turned to once. */
export function chapter<Name extends keyof Chapters>(name: Name): Chapters[Name] | undefined {
  return read[name];
}

/** @throws Trouble where it cannot be had */
export async function fetched<Name extends keyof Chapters>(name: Name): Promise<Chapters[Name]> {
  const script = coming.get(name) ?? loadChapter(name);
  coming.set(name, script);
  try {
    const loaded = (await script) as Chapters[Name];
    Object.assign(read, { [name]: loaded });
    return loaded;
  } catch {
    coming.delete(name);
    throw new Trouble('away');
  }
}

/** Into another view: where its script cannot be had, that is said in the view's place. */
export async function turnTo<Name extends keyof Chapters>(
  app: App,
  name: Name,
  enter: (chapter: Chapters[Name]) => void | Promise<void>,
): Promise<void> {
  await app.attempt(async () => {
    await enter(await fetched(name));
  });
}

/** Beforehand, so that all of it is there when the network goes away. */
export function fetchAll(): void {
  for (const name of all) fetched(name).catch(() => undefined);
}
