import { LitElement, html, render, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { App } from '../app/app.js';
import { fetchAll } from '../app/chapters.js';
import { open, refreshHome } from '../app/opening.js';
import { languageOf, type Language } from '../plain/language.js';
import { blocks } from '../sheets/blocks.js';
import { controls } from '../sheets/controls.js';
import { fields } from '../sheets/fields.js';
import { layout } from '../sheets/layout.js';
import { text } from '../sheets/text.js';
import { tokens } from '../sheets/tokens.js';
import { signInFields } from '../views/fields.js';
import { wholeView } from '../views/whole.js';
import { speak } from '../words/locale.js';
import { isLegible } from './legible.js';
import { depthIn, surroundingsOf } from './surroundings.js';

const refreshMs = 60_000;
let elements = 0;

/** `<banca-tempo hub="rho">`: the hours of a member, inside the page of a hub. */
export class BancaTempo extends LitElement {
  static override styles: CSSResultGroup = [tokens, text, controls, blocks, fields, layout];
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'hub', 'lang', 'theme', 'heading-level'];
  }

  private app: App | undefined;
  private readonly number = (elements += 1);
  private hasPlainColours = false;
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private timer: ReturnType<typeof setInterval> | undefined;

  /** @param server where this script came from */
  constructor(private readonly server: string) {
    super();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.returned);
    addEventListener('focus', this.looked);
    addEventListener('online', this.looked);
    this.dark.addEventListener('change', this.redraw);
    this.timer = setInterval(this.looked, refreshMs);
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.returned);
    removeEventListener('focus', this.looked);
    removeEventListener('online', this.looked);
    this.dark.removeEventListener('change', this.redraw);
    clearInterval(this.timer);
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || !this.isConnected) return;
    if (name === 'hub') this.app = undefined;
    void this.begin();
  }

  protected override render(): TemplateResult {
    const { app } = this;
    const look = `${this.isDark ? 'dark' : ''} ${this.hasPlainColours ? 'plain-colours' : ''}`;
    return html`<div class="tb ${look}" lang=${this.language}>
      <i class="probe"></i>
      <p class="heard" role="status">${app?.said ?? ''}</p>
      <p class="heard" role="alert">${app?.warned ?? ''}</p>
      ${app ? wholeView(app, this.level) : ''}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.app) this.drawFields(this.app);
    this.guardColours();
    this.moveFocus();
  }

  private async begin(): Promise<void> {
    // Without network there may be no English: Italian is said rather than nothing.
    await speak(this.language).catch(() => undefined);
    const isNew = this.app === undefined;
    this.app ??= new App(
      surroundingsOf({
        server: this.server,
        hub: this.getAttribute('hub') ?? '',
        number: this.number,
        keepsHistory: this.getAttribute('history') !== 'off',
        language: () => this.language,
        speak: (language) => {
          this.lang = language;
        },
      }),
      this.redraw,
    );
    this.redraw();
    if (!isNew) return;
    await open(this.app);
    whenIdle(fetchAll);
  }

  private drawFields(app: App): void {
    const { phase, signsInAgain, trouble } = app.state;
    const isAsked = trouble === undefined && (phase === 'stranger' || signsInAgain);
    render(isAsked ? signInFields(app) : '', this);
  }

  private get language(): Language {
    return languageOf(this.closest('[lang]')?.getAttribute('lang'));
  }

  private get level(): number {
    const asked = Number(this.getAttribute('heading-level') ?? 2);
    return asked >= 1 && asked <= 4 ? asked : 2;
  }

  private get isDark(): boolean {
    const theme = this.getAttribute('theme');
    return theme === 'dark' || (theme === 'auto' && this.dark.matches);
  }

  /** Where the page's colours cannot be read, ours are taken. */
  private guardColours(): void {
    const [wrapper, probe] = ['.tb', '.probe'].map((selector) => this.renderRoot.querySelector(selector));
    if (this.hasPlainColours || !wrapper || !probe || isLegible(wrapper, probe)) return;
    this.hasPlainColours = true;
    console.warn('banca-tempo: the colours of this page are hard to read, so the element takes its own.');
    this.redraw();
  }

  private moveFocus(): void {
    const id = this.app?.focusNext;
    if (this.app === undefined || id === undefined) return;
    const target =
      this.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`) ??
      this.querySelector<HTMLElement>(`input[id^="${id}"]`);
    if (!target) return;
    this.app.focusNext = undefined;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: id === 'title' ? 'start' : 'nearest' });
  }

  private readonly redraw = (): void => {
    this.requestUpdate();
  };

  private readonly returned = ({ state }: PopStateEvent): void => {
    if (this.app?.state.phase === 'member') this.app.returned(depthIn(state, this.number));
  };

  private readonly looked = (): void => {
    if (this.app && document.visibilityState === 'visible') void refreshHome(this.app);
  };
}

function whenIdle(work: () => void): void {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work);
  else setTimeout(work, 1_000);
}
