import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { turnTo } from '../app/chapters.js';
import { anotherCodeAfterMs, askCode, changeSignIn, submitSignIn } from '../app/signing-in.js';
import { emptySignIn } from '../app/state.js';
import { timeOf } from '../plain/days.js';
import { words } from '../words/words.js';
import { deskLine } from './foot.js';
import { icon } from './icons.js';
import { heading, mainButton, note, softButton } from './parts.js';

/** The steps of signing in; the fields themselves stand in the page, where password managers see them (fields.ts). */
export function signInView(app: App, level: number): TemplateResult {
  const { signIn, signsInAgain, sealedEntries } = app.state;
  return html`<section class="sign-in" aria-labelledby="bank title">
    ${signIn.step === 'email' ? nothing : backTo(app)} ${heading(level + 1, titleOfStep(app), 'title', 'title')}
    ${signsInAgain ? note('info-circle', 'wait', words.signInAgain()) : nothing}
    ${signIn.step === 'email' && sealedEntries > 0 && !signsInAgain ? note('clock', 'wait', words.entryWaits()) : nothing}
    ${signIn.notice === undefined ? nothing : note('info-circle', 'plain', signIn.notice)} ${introduction(app)}
    <div><slot name="tb-form"></slot><slot name="tb-fields"></slot></div>
    ${mainButton(signIn.step === 'email' ? words.sendCode() : words.signIn(), () => void submitSignIn(app), signIn.busy)}
    ${moreWays(app)}
  </section>`;
}

function titleOfStep(app: App): string {
  return app.state.signIn.step === 'email' ? words.signInTitle() : words.enterCode();
}

function introduction(app: App): TemplateResult | typeof nothing {
  const { step, email } = app.state.signIn;
  if (step === 'email' && !app.state.signsInAgain) return html`<p>${words.signInIntro()}</p>`;
  return step === 'code' ? html`<p>${words.codeComes(email)}</p>` : nothing;
}

function backTo(app: App): TemplateResult {
  return html`<button
    type="button"
    class="back"
    @click=${() => {
      changeSignIn(app, { ...emptySignIn, email: app.state.signIn.email });
      app.focus('tb-email');
    }}
  >
    ${icon('chevron-left')}${words.back()}
  </button>`;
}

function moreWays(app: App): TemplateResult {
  switch (app.state.signIn.step) {
    case 'email':
      return html`${signInsElsewhere(app)}
        <div class="rows">
          <button
            type="button"
            class="row link"
            @click=${() => {
              changeSignIn(app, { ...emptySignIn, step: 'desk', email: app.state.signIn.email });
              app.focus('tb-number');
            }}
          >
            <span>${words.deskCode()}</span>${icon('chevron-right')}
          </button>
          ${opening(
            words.notMember(),
            html`<p>${words.askDesk()}</p>
              ${app.state.door ? deskLine(app.state.door) : nothing}`,
          )}
          ${opening(words.whatIsIt(), html`<p>${words.itIs()}</p>`)}
        </div>`;
    case 'code':
      return html`<div class="rows">${notArrived(app)}</div>`;
    case 'desk':
      return html``;
  }
}

/** Only where the hub has a provider: the button says what the provider is called. */
function signInsElsewhere(app: App): readonly TemplateResult[] {
  if (app.state.signsInAgain) return [];
  return (app.state.door?.providers ?? []).map(({ name, title }) =>
    softButton(
      title,
      () => void turnTo(app, 'provider', ({ leaveForProvider }) => leaveForProvider(app, name)),
      `provider-${name}`,
    ),
  );
}

function opening(question: string, answer: TemplateResult): TemplateResult {
  return html`<details class="row">
    <summary><span>${question}</span>${icon('chevron-right')}</summary>
    ${answer}
  </details>`;
}

function notArrived(app: App): TemplateResult {
  const { challenge } = app.state.signIn;
  const mayAsk =
    challenge !== undefined && app.around.now().getTime() - challenge.askedAt.getTime() >= anotherCodeAfterMs;
  return html`<details class="row" @toggle=${() => app.set({})}>
    <summary><span>${words.notArrived()}</span>${icon('chevron-right')}</summary>
    <p>${words.lookInSpam()}</p>
    ${mayAsk ? softButton(words.sendAnother(), () => void askCode(app, true), 'another') : nothing}
    ${softButton(
      words.changeEmail(),
      () => {
        changeSignIn(app, { ...emptySignIn, email: app.state.signIn.email });
        app.focus('tb-email');
      },
      'change-email',
    )}
  </details>`;
}

export function codeNote(app: App): string {
  const { challenge } = app.state.signIn;
  return challenge ? words.validUntil(timeOf(challenge.until, app.language)) : '';
}
