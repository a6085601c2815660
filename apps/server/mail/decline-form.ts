import type { Language } from '#api';
import { confirmWords, declineReasons, type DeclineReason } from './confirm.words.js';

/** What was chosen and written on the page before the button was pressed. */
export interface DeclineForm {
  readonly reason?: DeclineReason;
  readonly words: string;
}

export const wordsLengthMax = 500;

/** @param body of the request: whatever its sender made of the form */
export function declineFormIn(body: unknown): DeclineForm {
  const said = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  const reason = declineReasons.find((one) => one === said['reason']);
  const words = typeof said['words'] === 'string' ? tidied(said['words']) : '';
  return { words, ...(reason !== undefined && { reason }) };
}

/** What of the form is missing, in words for whoever presses its button; undefined: nothing. */
export function missingIn({ reason, words }: DeclineForm, language: Language): string | undefined {
  const { chooseReason, writeWords } = confirmWords[language];
  if (reason === undefined) return chooseReason;
  return reason === 'other' && words === '' ? writeWords : undefined;
}

/** As the other side reads it: the same words as of a claim declined in the client. */
export function reasonIn({ reason, words }: DeclineForm, language: Language): string {
  const chosen = reason === undefined || reason === 'other' ? '' : confirmWords[language].reasons[reason];
  return [chosen, words].filter((part) => part !== '').join('. ');
}

/** As every text is kept: NFC, without what cannot be kept. */
function tidied(words: string): string {
  return words
    .slice(0, wordsLengthMax)
    .replace(/\0|\p{Surrogate}/gu, '')
    .normalize('NFC')
    .trim();
}
