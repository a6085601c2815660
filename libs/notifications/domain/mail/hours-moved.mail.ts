import { exchangeFacts, hoursIn, isReceivers, table } from './exchange-words.js';
import { balanceNow, grouped } from './hours.js';
import type { MailFacts, MailTemplate } from './mail-words.js';

/** Who agreed, as the reader knows them: a fact named `how`. */
const leads = {
  'other-confirmed': {
    it: (other: string) => `${other} ha confermato.`,
    en: (other: string) => `${other} has confirmed.`,
  },
  'other-logged': {
    it: (other: string) => `${other} ha registrato le ore che avete scambiato.`,
    en: (other: string) => `${other} has logged the hours you exchanged.`,
  },
  'own-confirmed': {
    it: () => 'Chi agisce per te ha confermato.',
    en: () => 'Whoever acts for you has confirmed.',
  },
  'own-logged': {
    it: () => 'Chi agisce per te ha registrato queste ore.',
    en: () => 'Whoever acts for you has logged these hours.',
  },
  sheet: {
    it: () => 'Lo sportello ha registrato il foglio firmato.',
    en: () => 'The desk has recorded the signed sheet.',
  },
} as const;

export type HowAgreed = keyof typeof leads;

function isHowAgreed(how: string | undefined): how is HowAgreed {
  return how !== undefined && Object.hasOwn(leads, how);
}

/** Hours were posted. `entry`: the number of the entry. */
export const hoursMovedMail: MailTemplate = {
  kind: 'hours-moved',
  needs: [...exchangeFacts, 'entry', 'how'],
  optional: { it: 'gli avvisi sulle ore passate', en: 'notices about hours that moved' },
  words: {
    it: (facts: MailFacts) => {
      const { other = '', entry, balance, link = '' } = facts;
      const [hours, word] = [hoursIn(facts), isConfirmed(facts) ? 'Confermato' : 'Registrato'];
      return {
        subject: `${word}: ${isReceivers(facts) ? `hai ricevuto ${hours} da ${other}` : `hai dato ${hours} a ${other}`}`,
        preheader: balanceNow(Number(balance), 'it'),
        lead: [leadOf(facts, 'it')],
        facts: table(facts, 'it', [{ name: 'Registrazione n.', value: grouped(Number(entry), 'it') }]),
        button: { label: 'Apri il mio conto', to: link },
        notes: ['Non è giusto? Parlane con il tuo sportello.'],
      };
    },
    en: (facts: MailFacts) => {
      const { other = '', entry, balance, link = '' } = facts;
      const [hours, word] = [hoursIn(facts), isConfirmed(facts) ? 'Confirmed' : 'Recorded'];
      return {
        subject: `${word}: ${isReceivers(facts) ? `you received ${hours} from ${other}` : `you gave ${other} ${hours}`}`,
        preheader: balanceNow(Number(balance), 'en'),
        lead: [leadOf(facts, 'en')],
        facts: table(facts, 'en', [{ name: 'Entry no.', value: grouped(Number(entry), 'en') }]),
        button: { label: 'Open my account', to: link },
        notes: ['Not right? Talk to your desk.'],
      };
    },
  },
};

function isConfirmed({ how }: MailFacts): boolean {
  return how === 'other-confirmed' || how === 'own-confirmed';
}

function leadOf({ how, other = '' }: MailFacts, language: 'it' | 'en'): string {
  if (!isHowAgreed(how)) throw new TypeError('nobody agrees like that');
  return leads[how][language](other);
}
