import { Misread } from './problem.js';

/** Longest texts, in characters; names as long as membership keeps them. */
export const textMax = { name: 80, hub: 120, category: 80, note: 2_000 } as const;
export type TextKind = keyof typeof textMax;

/** NFC, with single spaces and none around: '' where there is nothing. */
export function readText(cell: string, kind: TextKind): string | Misread {
  const text = cell.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return Array.from(text).length > textMax[kind] ? new Misread('TEXT_TOO_LONG', { max: textMax[kind] }) : text;
}

/** The same, where something must stand. */
export function readRequired(cell: string, kind: TextKind): string | Misread {
  const text = readText(cell, kind);
  return text === '' ? new Misread('TEXT_MISSING') : text;
}
