import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.js';
import { changeSignIn, submitSignIn } from '../app/signing-in.js';
import { words } from '../words/words.js';
import { icon } from './icons.js';
import { codeNote } from './sign-in.js';

interface Field {
  readonly id: 'email' | 'code' | 'number';
  readonly label: string;
  readonly note?: string;
  readonly value: string;
  readonly type: 'email' | 'text';
  readonly autocomplete: 'email' | 'one-time-code' | 'off';
  readonly inputMode: 'email' | 'numeric' | 'text';
  change(value: string): void;
}

/**
 * The fields of the sign-in as children of the element in the page itself: there password managers find them, and a
 * label belongs to its field for everybody.
 */
export function signInFields(app: App): TemplateResult {
  return html`<form
      slot="tb-form"
      id=${idOf(app, 'form')}
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void submitSignIn(app);
      }}
    ></form>
    ${fieldsOf(app).map((field, place) => shown(app, field, place > 0))}`;
}

function fieldsOf(app: App): readonly Field[] {
  const { step, email, code, memberNumber } = app.state.signIn;
  const codeField = {
    id: 'code',
    value: code,
    type: 'text',
    change: (value: string) => {
      changeSignIn(app, { code: value });
    },
  } as const;
  switch (step) {
    case 'email':
      return [
        {
          id: 'email',
          label: words.yourEmail(),
          note: words.noPassword(),
          value: email,
          type: 'email',
          autocomplete: 'email',
          inputMode: 'email',
          change: (value) => {
            changeSignIn(app, { email: value });
          },
        },
      ];
    case 'code': {
      const note = codeNote(app);
      return [{ ...codeField, label: words.sixDigits(), note, autocomplete: 'one-time-code', inputMode: 'numeric' }];
    }
    case 'desk':
      return [
        {
          id: 'number',
          label: words.memberNumber(),
          value: memberNumber,
          type: 'text',
          autocomplete: 'off',
          inputMode: 'numeric',
          change: (value) => {
            changeSignIn(app, { memberNumber: value });
          },
        },
        { ...codeField, label: words.printedCode(), autocomplete: 'off', inputMode: 'text' },
      ];
  }
}

function shown(app: App, field: Field, isNext: boolean): TemplateResult {
  const { problem, busy } = app.state.signIn;
  const id = idOf(app, field.id);
  const wrong = problem?.field === field.id ? problem.words : undefined;
  const described = [wrong === undefined ? '' : `${id}-problem`, field.note === undefined ? '' : `${id}-note`];
  return html`<label slot="tb-fields" class="tb-label ${isNext ? 'tb-next' : ''}" for=${id}>${field.label}</label>
    ${wrong === undefined ? nothing : html`<p slot="tb-fields" class="tb-problem" id="${id}-problem">${icon('error')}<span>${wrong}</span></p>`}
    <input
      slot="tb-fields"
      class=${wrong === undefined ? 'form-control' : 'form-control tb-wrong'}
      form=${idOf(app, 'form')}
      id=${id}
      name=${field.id}
      type=${field.type}
      inputmode=${field.inputMode}
      autocomplete=${field.autocomplete}
      autocapitalize="off"
      spellcheck="false"
      aria-invalid=${wrong === undefined ? 'false' : 'true'}
      aria-describedby=${described.filter((part) => part !== '').join(' ') || nothing}
      ?readonly=${busy}
      .value=${field.value}
      @input=${(event: Event) => {
        field.change((event.target as HTMLInputElement).value);
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        void submitSignIn(app);
      }}
    />
    ${field.note === undefined ? nothing : html`<p slot="tb-fields" class="tb-note" id="${id}-note">${field.note}</p>`}`;
}

/** Two elements on a page each have fields of their own. */
function idOf({ around }: App, name: string): string {
  return around.number === 1 ? `tb-${name}` : `tb-${name}-${String(around.number)}`;
}
