import type { Capacity } from './capacity.js';
import { DeskOnly, NotAParty } from './exchange.errors.js';
import type { LogExchange } from './exchange.commands.js';
import { requirePaperNumber } from './exchange-terms.js';
import { sideOf } from './sides.js';

/**
 * What only a desk says: its own code, the party it speaks for, the number of signed paper.
 *
 * @throws DeskOnly, NotAParty, PaperNumberInvalid — in this order
 */
export function requireDeskInput(input: LogExchange['input'], capacity: Capacity): void {
  if (capacity.kind !== 'desk') {
    for (const field of ['desk', 'onBehalfOf', 'sheet'] as const) {
      if (input[field] !== undefined) throw new DeskOnly(field);
    }
  }
  if (input.onBehalfOf !== undefined && !sideOf(input, input.onBehalfOf)) throw new NotAParty();
  if (input.sheet !== undefined) requirePaperNumber(input.sheet);
}
