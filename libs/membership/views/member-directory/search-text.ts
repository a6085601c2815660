/** Words as they are compared: without accents, in lower case, one space between. */
export function searchText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/gu, ' ');
}

/** The patterns of all words typed, the longest first: the one an index helps with most. */
export function searchPatterns(text: string): readonly string[] {
  const words = searchText(text).split(' ');
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  return longestFirst.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
