import type { MailFacts, MailTemplate } from './mail-words.js';

/**
 * To the address of before. `day`: when; `own`: its person changed it, and not who coordinates. The new address is not
 * said: this mailbox may be another's by now.
 */
export const emailChangedMail: MailTemplate = {
  kind: 'email-changed',
  needs: ['day'],
  words: {
    it: ({ bank = '', day = '', own }: MailFacts) => ({
      subject: 'Il tuo indirizzo e-mail cambia',
      preheader: own ? 'Cambia dal tuo profilo.' : `Lo cambia chi coordina la ${bank}.`,
      lead: [
        own
          ? `Dal tuo profilo nella ${bank} cambia l'indirizzo e-mail con cui ti scriviamo.`
          : `Chi coordina la ${bank} cambia l'indirizzo e-mail con cui ti scriviamo.`,
      ],
      facts: [{ name: 'Quando', value: day }],
      notes: [
        "D'ora in poi ti scriviamo al nuovo indirizzo, e con quello entri.",
        "Non l'hai chiesto? Avvisa subito il tuo sportello.",
      ],
    }),
    en: ({ bank = '', day = '', own }: MailFacts) => ({
      subject: 'Your e-mail address is changing',
      preheader: own ? 'It changes from your profile.' : `Whoever coordinates ${bank} is changing it.`,
      lead: [
        own
          ? `From your profile at ${bank} the e-mail address at which we write to you is changing.`
          : `Whoever coordinates ${bank} is changing the e-mail address at which we write to you.`,
      ],
      facts: [{ name: 'When', value: day }],
      notes: [
        'From now on we write to the new address, and you sign in with it.',
        'You did not ask for it? Tell your desk at once.',
      ],
    }),
  },
};
