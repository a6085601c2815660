import { inThrees } from './code.mail.js';
import { spoken } from './hours.js';
import type { MailFacts, MailTemplate } from './mail-words.js';

/** To an address that somebody wants for their own, who may have mistyped it: it names nobody. */
export const newAddressMail: MailTemplate = {
  kind: 'new-address',
  needs: ['code', 'until'],
  words: {
    it: ({ bank = '', code = '', until = '' }: MailFacts) => ({
      subject: `Conferma questo indirizzo: ${code}`,
      preheader: spoken(`Il codice vale fino alle ${until}.`),
      lead: [`Ecco il codice per usare questo indirizzo nella ${bank}: `, { strong: inThrees(code) }, '.'],
      notes: [
        "Scrivilo nel tuo profilo, dove l'hai chiesto. Non darlo a nessuno: non te lo chiederemo mai.",
        "Non l'hai chiesto? Non fare niente: non cambia niente.",
      ],
    }),
    en: ({ bank = '', code = '', until = '' }: MailFacts) => ({
      subject: `Confirm this address: ${code}`,
      preheader: `The code holds until ${until}.`,
      lead: [`Here is the code to use this address at ${bank}: `, { strong: inThrees(code) }, '.'],
      notes: [
        'Enter it in your profile, where you asked for it. Give it to nobody: we never ask for it.',
        'Not you? Do nothing: nothing changes.',
      ],
    }),
  },
};
