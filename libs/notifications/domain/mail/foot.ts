import type { Link, MailFacts } from './mail-words.js';

/** A line of the foot, and what it leads to. */
export interface FootLine {
  readonly words: string;
  readonly link?: Link;
}

/** Why somebody gets the mail, how to get it no more, and how to reach a person. @param kind what it is called, where it may be turned off */
export const feet: Readonly<Record<'it' | 'en', (facts: MailFacts, kind?: string) => readonly FootLine[]>> = {
  it: ({ bank = '', hub, phone, unsubscribe = '' }: MailFacts, kind) => [
    { words: `Ricevi questa e-mail perché fai parte della ${bank}.` },
    ...(kind === undefined
      ? []
      : [{ words: `Non vuoi più ${kind}?`, link: { label: 'Togli questo avviso', to: unsubscribe } }]),
    ...(hub === undefined ? [] : [{ words: `Serve aiuto? Sportello ${[hub, phone].filter(Boolean).join(', ')}.` }]),
  ],
  en: ({ bank = '', hub, phone, unsubscribe = '' }: MailFacts, kind) => [
    { words: `You receive this because you are a member of ${bank}.` },
    ...(kind === undefined ? [] : [{ words: `No more ${kind}?`, link: { label: 'Turn it off', to: unsubscribe } }]),
    ...(hub === undefined ? [] : [{ words: `Need help? ${[`${hub} desk`, phone].filter(Boolean).join(', ')}.` }]),
  ],
};
