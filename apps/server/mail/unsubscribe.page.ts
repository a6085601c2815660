import type { Language } from '#api';
import type { OptionalKind } from '#notifications';
import { button, mailPage, paragraph } from './mail-page.js';

interface UnsubscribeWords {
  readonly asked: Readonly<Record<OptionalKind, string>>;
  readonly turnOff: string;
  readonly off: Readonly<Record<OptionalKind, string>>;
  readonly turnOn: string;
  readonly on: Readonly<Record<OptionalKind, string>>;
  readonly always: string;
  readonly close: string;
}

const words: Readonly<Record<Language, UnsubscribeWords>> = {
  it: {
    asked: {
      reminder: 'Non vuoi più i promemoria?',
      'hours-moved': 'Non vuoi più gli avvisi sulle ore passate?',
    },
    turnOff: 'Togli questo avviso',
    off: {
      reminder: 'Non ti mandiamo più promemoria',
      'hours-moved': 'Non ti avvisiamo più quando le ore passano',
    },
    turnOn: 'Rimetti questo avviso',
    on: {
      reminder: 'Ti mandiamo di nuovo i promemoria',
      'hours-moved': 'Ti avvisiamo di nuovo quando le ore passano',
    },
    always: 'Quando tocca a te confermare ti scriviamo sempre.',
    close: 'Puoi chiudere questa pagina.',
  },
  en: {
    asked: {
      reminder: 'No more reminders?',
      'hours-moved': 'No more notices about hours that moved?',
    },
    turnOff: 'Turn it off',
    off: {
      reminder: 'We send you no more reminders',
      'hours-moved': 'We no longer tell you when hours move',
    },
    turnOn: 'Turn it on again',
    on: {
      reminder: 'We send you reminders again',
      'hours-moved': 'We tell you again when hours move',
    },
    always: 'When it is your turn to confirm we always write.',
    close: 'You can close this page.',
  },
};

export function askedPage(kind: OptionalKind, language: Language): string {
  const { asked, turnOff, always } = words[language];
  return mailPage({ language, title: asked[kind], parts: [button(turnOff), paragraph(always, 'note')] });
}

export function turnedOffPage(kind: OptionalKind, language: Language): string {
  const { off, turnOn, always, close } = words[language];
  const again = button(turnOn, '<input type="hidden" name="wanted" value="yes">');
  return mailPage({ language, title: off[kind], parts: [paragraph(`${always} ${close}`), again] });
}

export function turnedOnPage(kind: OptionalKind, language: Language): string {
  const { on, close } = words[language];
  return mailPage({ language, title: on[kind], parts: [paragraph(close)] });
}
