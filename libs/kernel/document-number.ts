import { Refusal } from './refusal.js';

const pattern = /^(?=.*[0-9])[0-9A-Za-z/.-]{1,24}$/;

/** The number of a paper that is kept elsewhere, and nothing that could hold words. */
export function isDocumentNumber(number: string): boolean {
  return pattern.test(number);
}

/** The number of a document is `[0-9A-Za-z/.-]{1,24}` with a digit. */
export class DocumentNumberInvalid extends Refusal {
  readonly code = 'DOCUMENT_NUMBER_INVALID';
  override readonly field = 'document';
}

/** @throws DocumentNumberInvalid, also where there is none */
export function requireDocumentNumber(number: string | undefined): void {
  if (number === undefined || !isDocumentNumber(number)) throw new DocumentNumberInvalid();
}
