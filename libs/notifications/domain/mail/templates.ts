import { codeMail } from './code.mail.js';
import { emailChangedMail } from './email-changed.mail.js';
import { feet } from './foot.js';
import { hoursMovedMail } from './hours-moved.mail.js';
import { htmlLetter } from './html-letter.js';
import type { Letter } from './letter.js';
import type { MailFacts, MailTemplate } from './mail-words.js';
import { newAddressMail } from './new-address.mail.js';
import { plainFacts, shortened } from './plain-facts.js';
import { reminderMail } from './reminder.mail.js';
import { textLetter } from './text-letter.js';
import { toConfirmMail } from './to-confirm.mail.js';

/** A kind of mail is one file; here it is listed. */
const templates: readonly MailTemplate[] = [
  codeMail,
  newAddressMail,
  emailChangedMail,
  toConfirmMail,
  reminderMail,
  hoursMovedMail,
];

const subjectMax = 60;
const preheaderMax = 90;

/** @throws TypeError on a kind that is none, or where a fact is missing */
export function letterOf(kind: string, language: 'it' | 'en', given: MailFacts): Letter {
  const template = templates.find((one) => one.kind === kind);
  if (!template) throw new TypeError(`there is no mail of the kind ${kind}`);
  const facts = plainFacts(given);
  const missing = ['bank', ...template.needs, ...(template.optional ? ['unsubscribe'] : [])].find(
    (name) => !facts[name],
  );
  if (missing !== undefined) throw new TypeError(`a mail of the kind ${kind} says its ${missing}`);
  const words = template.words[language](facts);
  const shown = {
    ...words,
    subject: shortened(words.subject.replaceAll('\u00a0', ' '), subjectMax),
    preheader: shortened(words.preheader, preheaderMax),
  };
  const bank = facts['bank'] ?? '';
  const foot = feet[language](facts, template.optional?.[language]);
  return {
    from: bank,
    ...(facts['deskEmail'] && { replyTo: facts['deskEmail'] }),
    subject: shown.subject,
    text: textLetter(bank, shown, foot),
    html: htmlLetter(language, bank, shown, foot),
    ...(template.optional && { unsubscribe: facts['unsubscribe'] ?? '' }),
  };
}
