import type { AccountId, BankId, HubId, ImportId, PersonId } from './ids.js';
import type { Minutes } from './minutes.js';
import type { LocalDate } from './time.js';

/** An import as staging knows it: opaque ids and sums, kept for ever so that the same file is not imported twice. */
export interface StagedImport {
  readonly import: ImportId;
  readonly bank: BankId;
  /** The administrator who brought the file. */
  readonly person: PersonId;
  readonly newMembers: number;
  readonly exchanges: number;
  readonly minutes: Minutes;
}

/** One of a file's people, by the place among them. Without an account yet: somebody to admit. */
export interface StagedParty {
  readonly ordinal: number;
  readonly account?: AccountId;
  readonly name: string;
  readonly hub?: HubId;
  readonly since?: LocalDate;
}

export interface StagedExchange {
  readonly line: number;
  readonly provider: number;
  readonly receiver: number;
  readonly minutes: Minutes;
  readonly serviceDate: LocalDate;
  readonly hub: HubId;
  readonly category?: string;
  readonly note?: string;
}

/** Where a file is being written down: nothing of it stays unless `fill` succeeds. */
export interface StagingArea {
  exchanges(exchanges: readonly StagedExchange[]): Promise<void>;
  parties(parties: readonly StagedParty[]): Promise<void>;
}

/**
 * Where a file waits between being understood and being recorded. Names and notes leave it as they are recorded,
 * and all of them when the import is finished or abandoned.
 */
export interface ImportStaging {
  find(id: ImportId): Promise<(StagedImport & { readonly status: 'staged' | 'done' }) | undefined>;
  /** All or nothing. Answers false, and leaves what is there, if that import is there already. */
  stage(
    id: ImportId,
    header: Pick<StagedImport, 'bank' | 'person'>,
    fill: (area: StagingArea) => Promise<Pick<StagedImport, 'newMembers' | 'exchanges' | 'minutes'>>,
  ): Promise<boolean>;
  /** All of them, in the order of the file. */
  parties(id: ImportId): Promise<readonly StagedParty[]>;
  /** The account of somebody who was admitted. */
  admitted(id: ImportId, accounts: ReadonlyMap<number, AccountId>): Promise<void>;
  /** How many are left to record. */
  countExchanges(id: ImportId): Promise<number>;
  /** What is left to record, by service date and line, after one of them or from the start. */
  exchangesAfter(id: ImportId, last: StagedExchange | undefined, limit: number): Promise<readonly StagedExchange[]>;
  /** Takes out everything from the first to the last of a chunk. */
  recorded(id: ImportId, chunk: readonly StagedExchange[]): Promise<void>;
  finish(id: ImportId): Promise<void>;
  /** Only before anything was recorded: answers false otherwise. */
  abandon(id: ImportId): Promise<boolean>;
}
