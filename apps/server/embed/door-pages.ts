import type { Language } from '#api';
import type { PublicNotice } from '#hubs';
import { mailPage, paragraph } from '../mail/mail-page.js';

export interface Door {
  readonly language: Language;
  readonly name: string;
  /** When the desk is open, and its number; empty where neither is known. */
  readonly desk: string;
}

interface DoorWords {
  readonly privacy: string;
  readonly noNotice: string;
  readonly from: (day: string) => string;
  readonly accessibility: string;
  readonly held: readonly string[];
  readonly tell: string;
  readonly help: (name: string, desk: string) => string;
}

const words: Readonly<Record<Language, DoorWords>> = {
  it: {
    privacy: 'Privacy',
    noNotice: 'L’informativa non è ancora qui. Chiedila allo sportello.',
    from: (day) => `Vale dal ${day}.`,
    accessibility: 'Accessibilità',
    held: [
      'La banca del tempo in questa pagina è fatta secondo le WCAG 2.2, livello AA.',
      'Ogni sua vista è provata con axe, in italiano e in inglese, larga 320 pixel e oltre. Si usa tutta con la tastiera.',
      'Allo sportello puoi registrare e confermare ore anche senza questa pagina.',
    ],
    tell: 'Qualcosa non si legge o non si riesce a usare? Dillo allo sportello: serve a tutti.',
    help: (name, desk) => `Serve aiuto? Sportello ${[name, desk].filter(Boolean).join(' · ')}`,
  },
  en: {
    privacy: 'Privacy',
    noNotice: 'The notice is not here yet. Ask the desk for it.',
    from: (day) => `It holds from ${day}.`,
    accessibility: 'Accessibility',
    held: [
      'The time bank on this page is made to WCAG 2.2, level AA.',
      'Each of its views is tested with axe, in Italian and in English, from 320 pixels on. All of it works by keyboard.',
      'At the desk you can log and confirm hours without this page, too.',
    ],
    tell: 'Something cannot be read or used? Tell the desk: it helps everybody.',
    help: (name, desk) => `Need help? ${[`${name} desk`, desk].filter(Boolean).join(' · ')}`,
  },
};

/** The network's notice in its own words; a blank line stands between paragraphs. */
export function privacyPage({ language, name, desk }: Door, notice: PublicNotice | undefined): string {
  const { privacy, noNotice, from, help } = words[language];
  const shared = { language, help: help(name, desk) };
  if (!notice) return mailPage({ ...shared, title: privacy, parts: [paragraph(noNotice)] });
  const [title, text] = [notice.title[language] ?? notice.title.it, notice.words[language] ?? notice.words.it];
  const day = new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const parts = text.split(/\n\s*\n/).map((each) => paragraph(each));
  const holds = paragraph(from(day.format(new Date(`${notice.fromDay}T00:00:00Z`))), 'note');
  return mailPage({ ...shared, title, parts: [...parts, holds] });
}

export function accessibilityPage({ language, name, desk }: Door): string {
  const { accessibility, held, tell, help } = words[language];
  const parts = [...held, tell].map((each) => paragraph(each));
  return mailPage({ language, title: accessibility, parts, help: help(name, desk) });
}
