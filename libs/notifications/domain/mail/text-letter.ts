import type { FootLine } from './foot.js';
import type { Link, MailWords } from './mail-words.js';

/** The same words as the HTML, a paragraph each; addresses in full. */
export function textLetter(
  bank: string,
  { lead, facts = [], button, notes }: MailWords,
  foot: readonly FootLine[],
): string {
  const sentence = lead.map((part) => (typeof part === 'string' ? part : part.strong)).join('');
  const table = facts.map(({ name, value }) => `${name}: ${value}`).join('\n');
  const lines = foot.map(({ words, link }) => (link ? `${words} ${written(link)}` : words));
  const paragraphs = [bank, sentence, table, button ? written(button) : '', ...notes, `-- \n${lines.join('\n')}`];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}

function written({ label, to }: Link): string {
  return `${label}: ${to}`;
}
