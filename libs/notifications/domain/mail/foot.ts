import type { MailFacts } from './mail-words.js';

/** Why somebody gets the mail, and how to reach a person. */
export const feet: Readonly<Record<'it' | 'en', (facts: MailFacts) => readonly string[]>> = {
  it: ({ bank = '', hub, phone }: MailFacts) => [
    `Ricevi questa e-mail perché fai parte della ${bank}.`,
    ...(hub === undefined ? [] : [`Serve aiuto? Sportello ${[hub, phone].filter(Boolean).join(', ')}.`]),
  ],
  en: ({ bank = '', hub, phone }: MailFacts) => [
    `You receive this because you are a member of ${bank}.`,
    ...(hub === undefined ? [] : [`Need help? ${[`${hub} desk`, phone].filter(Boolean).join(', ')}.`]),
  ],
};
