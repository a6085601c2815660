import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { open } from '../app/opening.js';
import type { Trouble } from '../api/trouble.js';
import { words } from '../words/words.js';
import { heading, mainButton } from './parts.js';

/** One sentence and one way on. */
export function troubleView(app: App, level: number, trouble: Trouble): TemplateResult {
  const isPassing = trouble.kind === 'away' || trouble.kind === 'too-many';
  return html`<div class="form">
    ${heading(below(app, level), sentenceOf(trouble), 'title', 'sentence')}
    ${
      isPassing || !app.state.home
        ? mainButton(words.tryAgain(), () => void open(app), false, 'retry')
        : mainButton(
            words.backToAccount(),
            () => {
              app.goHome();
            },
            false,
            'to-account',
          )
    }
  </div>`;
}

/** Where nobody knows the bank yet, its name is not above. */
function below({ state }: App, level: number): number {
  return state.door ? level + 1 : level;
}

function sentenceOf({ kind, code }: Trouble): string {
  if (kind === 'away') return words.away();
  if (kind === 'too-many') return words.tooMany();
  return code === 'NOT_FOUND' ? words.notFound() : words.unexpected(code);
}

/** The page names a hub that is none, or is not registered for it: said to members in one sentence, to webmasters in a second. */
export function unconnectedView(app: App, level: number): TemplateResult {
  const { hub, origin, api } = app.around;
  const isOrigin = app.state.unconnected === 'origin';
  return html`<div class="form">
    ${heading(below(app, level), words.notConnected(), 'title', 'sentence')}
    <p class="helper">${isOrigin ? words.notRegistered(origin) : words.noSuchHub(hub)}</p>
    ${isOrigin ? html`<p><a class="main" href="${api.server}/h/${hub}">${words.openBank()}</a></p>` : nothing}
  </div>`;
}

/** Whoever belongs to another bank is shown the way there. */
export function elsewhereView(app: App, level: number): TemplateResult {
  const others = app.state.elsewhere ?? [];
  const here = app.state.door?.bankName ?? '';
  const names = others.map(({ bank }) => bank.name).join(', ');
  return html`<div class="form">
    ${heading(level + 1, others.length === 0 ? words.noBank() : words.memberElsewhere(here, names), 'title', 'sentence')}
    ${others.map(({ bank, handle }) =>
      handle === null
        ? nothing
        : html`<p><a class="main" href="${app.around.api.server}/h/${handle}">${words.openOther(bank.name)}</a></p>`,
    )}
  </div>`;
}
