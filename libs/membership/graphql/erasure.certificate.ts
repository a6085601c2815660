import { addDays, categoryOf, ownerOf, type Message, type Recorded } from '#kernel';
import { opaqueId, say } from '#api';
import type { ErasureCertificate } from './erasure.types.js';

/** How long a copy of the keys is kept at most; docs/privacy.md says so to everybody who keeps one. */
export const keyBackupDays = 30;

const title: Message = { it: 'Certificato di cancellazione', en: 'Certificate of erasure' };
const destroyed: Message = {
  it: 'Il {day} sono state distrutte le chiavi con cui si leggevano nome, recapiti e testi, e tolti i dati letti con esse.',
  en: 'On {day} the keys that name, contacts and texts were read with were destroyed, and what was read with them removed.',
};
const stays: Message = {
  it: 'Restano le ore del conto, senza nome, e queste registrazioni che dicono della cancellazione: {records}.',
  en: 'The hours of the account stay, without a name, and these records which tell of the erasure: {records}.',
};
const lapses: Message = {
  it: 'Le copie di sicurezza delle chiavi scadono entro il {lapse}: da quel giorno nessuna copia si legge più.',
  en: 'Backups of the keys lapse by {lapse}: from that day on no copy can be read.',
};
const ofPerson: Message = { it: 'n. {number} della persona', en: 'no. {number} of the person' };
const ofJournal: Message = { it: 'n. {number} del libro giornale', en: 'no. {number} of the journal' };

/** Says nothing of who it was: whoever holds it knows. */
export function certificateOf(records: readonly Recorded[], language: keyof Message): ErasureCertificate {
  const last = records.at(-1);
  if (!last) throw new Error('nobody was erased');
  const keyBackupsLapseOn = addDays(last.recordedAt, keyBackupDays).slice(0, 10);
  const shown = records.map(recordShown);
  const numbers = shown.map(({ bank, number }) => say(bank === undefined ? ofPerson : ofJournal, { number }, language));
  const lines = [
    say(destroyed, { day: last.recordedAt }, language),
    say(stays, { records: numbers.join(', ') }, language),
    say(lapses, { lapse: keyBackupsLapseOn }, language),
  ];
  const heading = title[language];
  return {
    erasedAt: last.recordedAt,
    records: shown,
    keyBackupsLapseOn,
    text: [heading, ...lines].join('\n'),
    html: pageOf(heading, lines, language),
  };
}

function recordShown({ stream, revision }: Recorded): { readonly bank?: string; readonly number: number } {
  const bank = categoryOf(stream) === 'journal' ? { bank: opaqueId('bank', ownerOf(stream)) } : {};
  return { ...bank, number: revision + 1 };
}

/** The words are ours and hold neither a name nor a sign that a page would take for its own. */
function pageOf(heading: string, lines: readonly string[], language: string): string {
  const body = lines.map((line) => `<p>${line}</p>`).join('');
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${heading}</title><h1>${heading}</h1>${body}</html>`;
}
