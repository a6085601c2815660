import type { DateOrder } from './day.js';
import type { Unit } from './duration.js';
import type { ExchangeLayout, ExchangeRow } from './exchange-row.js';
import type { MemberRow } from './member-row.js';
import type { Problem } from './problem.js';

/** Opens the file again from its start: it is read more than once and never held in memory. */
export type OpenFile = () => AsyncIterable<Uint8Array>;

/** What whoever brings the file says about it, where the file itself does not. */
export interface Answers {
  readonly unit?: Unit;
  readonly dateOrder?: DateOrder;
}

/** A file that was looked through once: its rows can be read. */
export interface ExchangeFile {
  /** SHA-256 of the bytes, base64url: never stored as it is, because a file of few people can be guessed. */
  readonly digest: string;
  readonly layout: ExchangeLayout;
  /** Row by row; what is wrong with one is given in its place. @throws FileRefused where the file cannot be read on */
  rows(): AsyncIterable<ExchangeRow | readonly Problem[]>;
}

/** The port to a kind of file. */
export interface FileReader {
  /** Looks through the whole file for what one row cannot tell. @throws FileRefused */
  exchanges(open: OpenFile, answers: Answers): Promise<ExchangeFile>;
  /** The optional list of members, with those who never exchanged. @throws FileRefused where the file cannot be read at all */
  members(open: OpenFile, answers: Answers): AsyncIterable<MemberRow | readonly Problem[]>;
}
