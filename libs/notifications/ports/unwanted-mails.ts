import type { PersonId } from '#kernel';
import type { OptionalKind } from '../domain/mail/optional-kinds.js';

export type { OptionalKind };

/** Which mails somebody does not want. */
export interface UnwantedMails {
  has(person: PersonId, kind: OptionalKind): Promise<boolean>;
  /** Twice the same changes nothing. */
  set(person: PersonId, kind: OptionalKind, wanted: boolean): Promise<void>;
}

export const UNWANTED_MAILS = Symbol('UnwantedMails');
