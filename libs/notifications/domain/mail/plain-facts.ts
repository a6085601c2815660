import type { MailFacts } from './mail-words.js';

/** Characters that break a line, steer a terminal or turn the direction of what follows. */
const steering = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/** Facts as they may stand in a header and in a line: no name can add either. */
export function plainFacts(facts: MailFacts): MailFacts {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, oneLine(fact)]));
}

function oneLine(text: string): string {
  return text.replace(steering, ' ').trim();
}

/** At most so many characters, the last of them showing that there were more. */
export function shortened(text: string, charactersMax: number): string {
  const characters = Array.from(text);
  if (characters.length <= charactersMax) return text;
  return `${characters
    .slice(0, charactersMax - 1)
    .join('')
    .trimEnd()}…`;
}
