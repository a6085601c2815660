import type { MailWords } from './mail-words.js';

/** The same words as the HTML, a paragraph each. */
export function textLetter(bank: string, { lead, facts = [], notes }: MailWords, foot: readonly string[]): string {
  const sentence = lead.map((part) => (typeof part === 'string' ? part : part.strong)).join('');
  const table = facts.map(({ name, value }) => `${name}: ${value}`).join('\n');
  const paragraphs = [bank, sentence, table, ...notes, `-- \n${foot.join('\n')}`];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}
