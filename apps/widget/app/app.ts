import type { Downloaded } from '../api/transport.js';
import type { ServerApi } from '../api/server-api.js';
import { troubleOf } from '../api/trouble.js';
import type { Language } from '../plain/language.js';
import type { Shelf } from '../offline/shelf.js';
import { firstState, type Home, type Place, type State } from './state.js';

/** What the client stands in: everything of the browser that it needs, so that the rest is plain. */
export interface Surroundings {
  readonly api: ServerApi;
  readonly shelf: Shelf;
  /** The hub as its page names it. */
  readonly hub: string;
  readonly origin: string;
  /** Where what is kept of this element stands: apart from others on the same page. */
  readonly place: string;
  /** The address says that somebody comes from a provider. */
  isBack(): boolean;
  language(): Language;
  speak(language: Language): void;
  /** Which of the elements on the page this is, from 1. */
  readonly number: number;
  /** Keeps the phone's Back key for the client; what comes of it is said by `returned`. */
  readonly keepsHistory: boolean;
  pushHistory(depth: number): void;
  popHistory(): void;
  /** Into the folder where the browser puts what is downloaded. */
  save(file: Downloaded): void;
  now(): Date;
  newKey(): string;
}

const quietMs = 500;

/** The whole client: one state, and who wants to know when it changes. */
export class App {
  state: State = firstState;
  /** Id of what takes the focus once it is on the page. */
  focusNext: string | undefined;
  /** What a screen reader says next. */
  said = '';
  /** What it says at once: something that was done may be lost. */
  warned = '';
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private readonly past: { readonly place: Place; readonly opener: string | undefined }[] = [];

  constructor(
    readonly around: Surroundings,
    private readonly changed: () => void,
  ) {}

  get language(): Language {
    return this.around.language();
  }

  /** Only called where somebody is signed in and their page was loaded. */
  get home(): Home {
    const { home } = this.state;
    if (!home) throw new Error('nobody is signed in');
    return home;
  }

  set(changes: Partial<State>): void {
    this.state = { ...this.state, ...changes };
    this.changed();
  }

  say(sentence: string): void {
    this.said = sentence;
    this.changed();
  }

  /** What changes with each letter is said when the hand rests. */
  sayWhenQuiet(sentence: string): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => {
      this.say(sentence);
    }, quietMs);
  }

  warn(sentence: string): void {
    this.warned = sentence;
    this.changed();
  }

  focus(id: string): void {
    this.focusNext = id;
    this.changed();
  }

  /** @param opener id of the control that is focused again on the way back */
  go(place: Place, opener?: string): void {
    this.past.push({ place: this.state.place, opener });
    this.around.pushHistory(this.past.length);
    this.enter(place, 'title');
  }

  /** By the button of the view; the Back key ends in `returned`. */
  back(): void {
    if (this.past.length > 0 && this.around.keepsHistory) this.around.popHistory();
    else this.stepBack();
  }

  /** The page went to another entry of its history. @param depth at which this element stands there: another's Back is none of its business */
  returned(depth: number): void {
    if (depth < this.past.length) this.stepBack();
  }

  private stepBack(): void {
    const last = this.past.pop();
    this.enter(last?.place ?? { name: 'home' }, last?.opener ?? 'title');
  }

  /** Home, whatever was opened before: what was sent is not opened again by Back. */
  goHome(): void {
    this.past.length = 0;
    this.around.pushHistory(0);
    this.enter({ name: 'home' }, 'title');
  }

  /** Does something that the server may not answer: the trouble stands in the view's place. */
  async attempt(work: () => Promise<void>): Promise<void> {
    const slow = setTimeout(() => this.set({ isSlow: true }), 2_000);
    try {
      await work();
    } catch (cause) {
      const trouble = troubleOf(cause);
      if (trouble.kind === 'signed-out') this.set({ phase: 'stranger', home: undefined });
      else this.set({ trouble });
      this.focus('title');
    } finally {
      clearTimeout(slow);
      this.set({ isSlow: false });
    }
  }

  private enter(place: Place, focus: string): void {
    const cards = new Map([...this.state.cards].filter(([, card]) => card.step !== 'done'));
    this.focusNext = focus;
    this.set({ place, trouble: undefined, notice: undefined, cards });
  }
}
