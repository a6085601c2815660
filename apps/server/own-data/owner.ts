import type { Asker } from '#kernel';
import type { BankRow, MembershipRow } from '#ledger';

/** Whose data, and what is known of them before anything is written. */
export interface Owner {
  readonly asker: Asker;
  readonly memberships: readonly MembershipRow[];
  readonly banks: ReadonlyMap<string, BankRow>;
}
