import type { HubRow } from '#hubs';
import type { MailFacts } from '../../domain/mail/mail-words.js';

export type Desk = Pick<HubRow, 'nameIt' | 'nameEn' | 'phone' | 'deskEmail'>;

/** How a mail's reader reaches a person: the foot says the first two, answers go to the third. */
export function deskFacts({ nameIt, nameEn, phone, deskEmail }: Desk, language: 'it' | 'en'): MailFacts {
  return {
    hub: (language === 'en' && nameEn) || nameIt,
    ...(phone !== null && { phone }),
    ...(deskEmail !== null && { deskEmail }),
  };
}
