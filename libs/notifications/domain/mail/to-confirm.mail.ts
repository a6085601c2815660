import { exchangeFacts, hoursIn, isReceivers, table, whatAndWhen } from './exchange-words.js';
import { balanceInWords, lastDay, spoken } from './hours.js';
import type { MailFacts, MailTemplate, MailWords } from './mail-words.js';

/** What it says from its sentence on, as its reminders say it too. `after`: minutes once confirmed; `until`: the last day. */
export function claimWords(
  facts: MailFacts,
  language: 'it' | 'en',
): Pick<MailWords, 'lead' | 'facts' | 'button' | 'notes'> {
  const { other = '', after, until = '', link = '' } = facts;
  const hours = hoursIn(facts);
  const afterwards = balanceInWords(Number(after), language);
  const day = lastDay(until, language);
  if (language === 'en') {
    const said = isReceivers(facts) ? `they gave you ${hours}` : `they received ${hours} from you`;
    return {
      lead: [`${other} says ${said}.`],
      facts: table(facts, language, [{ name: 'Afterwards', value: afterwards }]),
      button: { label: 'Look and confirm', to: link },
      notes: [
        'Not right? You can decline on the same page.',
        `Without an answer by ${day} the request expires and no hours move.`,
      ],
    };
  }
  const said = isReceivers(facts) ? `averti dato ${hours}` : `aver ricevuto da te ${hours}`;
  return {
    lead: [`${other} dice di ${said}.`],
    facts: table(facts, language, [{ name: 'Dopo avrai', value: afterwards }]),
    button: { label: 'Guarda e conferma', to: link },
    notes: [
      'Non va bene? Nella stessa pagina puoi rifiutare.',
      spoken(`Se non rispondi entro il ${day} la richiesta scade e nessuna ora passa.`),
    ],
  };
}

/** It is the reader's turn. */
export const toConfirmMail: MailTemplate = {
  kind: 'to-confirm',
  needs: [...exchangeFacts, 'after', 'until'],
  words: {
    it: (facts: MailFacts) => ({
      subject: isReceivers(facts)
        ? `${facts['other'] ?? ''} ti ha dato ${hoursIn(facts)}: confermi?`
        : `${facts['other'] ?? ''} ha ricevuto da te ${hoursIn(facts)}: confermi?`,
      preheader: `${whatAndWhen(facts, 'it')} Bastano due tocchi, senza entrare.`,
      ...claimWords(facts, 'it'),
    }),
    en: (facts: MailFacts) => ({
      subject: isReceivers(facts)
        ? `${facts['other'] ?? ''} gave you ${hoursIn(facts)}: is that right?`
        : `${facts['other'] ?? ''} received ${hoursIn(facts)} from you: is that right?`,
      preheader: `${whatAndWhen(facts, 'en')} Two taps, without signing in.`,
      ...claimWords(facts, 'en'),
    }),
  },
};
