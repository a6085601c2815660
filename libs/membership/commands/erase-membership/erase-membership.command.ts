import { Command } from '@nestjs/cqrs';
import type { ErasureReport, Position, Recorded, Refusal, Submission } from '#kernel';
import type { EraseMember } from '#ledger';

/** The records that decided it, of one stream or of several, and what was destroyed. */
export interface ErasureDone {
  readonly accepted: true;
  readonly records: readonly Recorded[];
  readonly report: ErasureReport;
  readonly position: Position;
}
export type ErasureVerdict = ErasureDone | { readonly accepted: false; readonly refusal: Refusal };

/** A membership's texts become unreadable for ever; with the last one the person's. Repeating it finishes what was begun. */
export class EraseMembershipCommand extends Command<ErasureVerdict> {
  constructor(readonly submission: Submission<EraseMember>) {
    super();
  }
}
