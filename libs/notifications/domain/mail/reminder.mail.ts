import { exchangeFacts, hoursIn } from './exchange-words.js';
import { lastDay, spoken } from './hours.js';
import type { MailFacts, MailTemplate } from './mail-words.js';
import { claimWords } from './to-confirm.mail.js';

/** It is still the reader's turn. `last`: there where no other reminder follows. */
export const reminderMail: MailTemplate = {
  kind: 'reminder',
  needs: [...exchangeFacts, 'after', 'until'],
  optional: { it: 'i promemoria', en: 'reminders' },
  words: {
    it: (facts: MailFacts) => {
      const { other = '', until = '', last } = facts;
      const claim = claimWords(facts, 'it');
      return {
        subject: `${other} aspetta la tua risposta: ${hoursIn(facts)}`,
        preheader: spoken(`Hai tempo fino al ${lastDay(until, 'it')}.`),
        ...claim,
        notes: [...claim.notes, ...(last === undefined ? [] : ["È l'ultimo promemoria."])],
      };
    },
    en: (facts: MailFacts) => {
      const { other = '', until = '', last } = facts;
      const claim = claimWords(facts, 'en');
      return {
        subject: `${other} is waiting for your answer: ${hoursIn(facts)}`,
        preheader: `You have until ${lastDay(until, 'en')}.`,
        ...claim,
        notes: [...claim.notes, ...(last === undefined ? [] : ['This is the last reminder.'])],
      };
    },
  },
};
