/** Breaks a text into lines no wider than `width`, between words; a word wider than a line breaks inside. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const [first = '', ...words] = text.split(' ').flatMap((each) => pieces(each, width, widthOf));
  const lines: string[] = [];
  let line = first;
  for (const word of words) {
    const longer = `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line];
}

function pieces(word: string, width: number, widthOf: (text: string) => number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && widthOf(piece + sign) > width) {
      found.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...found, piece];
}
