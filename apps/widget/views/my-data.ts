import { html, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { askToErase, downloadAll, eraseMe, keepData, leaveErased, saveCertificate } from '../app/my-data.js';
import { changeProfile } from '../app/profile.js';
import type { ProfileState } from '../app/state.js';
import { words } from '../words/profile.js';
import { heading, mainButton, softButton } from './parts.js';
import { problemIn, resultIn } from './profile-parts.js';

export function myData(app: App, state: ProfileState): TemplateResult {
  return html`${
    state.busy === 'zip'
      ? softButton(words.preparingAll(), () => undefined, 'download-all')
      : softButton(words.downloadAll(), () => void downloadAll(app), 'download-all')
  }
  ${resultIn(state, 'data')}
  ${
    state.erasing === undefined
      ? html`${problemIn(state, 'data')}
        ${softButton(
          words.erase(),
          () => {
            askToErase(app);
          },
          'erase',
        )}`
      : erasing(app, state, state.erasing)
  }`;
}

function erasing(app: App, state: ProfileState, written: string): TemplateResult {
  const close = (): void => {
    keepData(app);
  };
  return html`<div
    class="erasing"
    role="group"
    aria-labelledby="erase-means"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    }}
  >
    <p class="sentence" id="erase-means">${words.eraseMeans()}</p>
    <div class="field">
      <label for="erase-word">${words.writeErase()}</label>
      ${problemIn(state, 'data')}
      <input
        type="text"
        id="erase-word"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        .value=${written}
        @input=${({ target }: Event) => {
          changeProfile(app, { erasing: (target as HTMLInputElement).value });
        }}
      />
    </div>
    <div class="pair">
      ${mainButton(words.erase(), () => void eraseMe(app), state.busy === 'data', 'erase-now')}
      ${softButton(words.keep(), close, 'keep')}
    </div>
  </div>`;
}

/** All that is left to take along. */
export function erasedView(app: App, level: number): TemplateResult {
  return html`<div class="form">
    ${heading(level + 1, words.erased(), 'title', 'title')}
    ${mainButton(
      words.downloadCertificate(),
      () => {
        saveCertificate(app);
      },
      false,
      'certificate',
    )}
    ${softButton(words.leaveErased(), () => void leaveErased(app), 'leave-erased')}
  </div>`;
}
