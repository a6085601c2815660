import type { AnyEvent, Position, Recorded } from './record.js';
import type { Refusal } from './refusal.js';

/** The answer to a command. Accepted means durable; the records are all that an answer may be made of. */
export type Verdict<E extends AnyEvent = AnyEvent> =
  | { readonly accepted: true; readonly records: readonly Recorded<E>[]; readonly position: Position }
  | {
      readonly accepted: false;
      readonly refusal: Refusal;
      /** Of the log when this was decided: what forbids it stands no later. Absent where it was refused before its turn, and where it was not found. */
      readonly position?: Position;
    };
