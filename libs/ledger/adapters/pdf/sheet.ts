import type { Hand } from './canvas.js';

/** 20 mm, of an A4 sheet. */
const margin = 56.69;
const [paperWidth, paperHeight] = [595.28, 841.89];

/** All lengths are in points, from the sheet's upper left corner. */
export const sheet = {
  left: margin,
  right: paperWidth - margin,
  top: margin,
  width: paperWidth - 2 * margin,
  /** Where rows end. */
  bottom: paperHeight - margin - 30,
  footTop: paperHeight - margin - 20,
} as const;

export const hands = {
  title: { weight: 'bold', points: 14 },
  body: { weight: 'plain', points: 11 },
  strong: { weight: 'bold', points: 11 },
  foot: { weight: 'plain', points: 8 },
} as const satisfies Readonly<Record<string, Hand>>;

/** From one line to the next. */
export const leading = { title: 26, body: 14, foot: 10 } as const;
export const space = { besideCell: 2.5, inRow: 5, betweenFacts: 2, betweenBlocks: 12 } as const;
/** Where the values of facts begin. */
export const factIndent = 130;
