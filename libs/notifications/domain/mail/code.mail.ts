import { spoken } from './hours.js';
import type { MailFacts, MailTemplate } from './mail-words.js';

/** `code`: six digits; `until`: the time of day up to which it holds. */
export const codeMail: MailTemplate = {
  kind: 'code',
  needs: ['code', 'until'],
  words: {
    it: ({ bank = '', code = '', until = '' }: MailFacts) => ({
      subject: `Il tuo codice: ${code}`,
      preheader: spoken(`Vale fino alle ${until}, una volta sola.`),
      lead: [`Ecco il codice per entrare nella ${bank}: `, { strong: inThrees(code) }, '.'],
      notes: [
        "Scrivilo nella pagina dove l'hai chiesto. Non darlo a nessuno: non te lo chiederemo mai.",
        "Non l'hai chiesto? Non fare niente.",
      ],
    }),
    en: ({ bank = '', code = '', until = '' }: MailFacts) => ({
      subject: `Your code: ${code}`,
      preheader: `It holds until ${until}, once.`,
      lead: [`Here is the code to sign in to ${bank}: `, { strong: inThrees(code) }, '.'],
      notes: [
        'Enter it on the page where you asked for it. Give it to nobody: we never ask for it.',
        'Not you? Do nothing.',
      ],
    }),
  },
};

/** 482913 as 482 913, which eyes and voices keep together. */
export function inThrees(code: string): string {
  return code.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
}
