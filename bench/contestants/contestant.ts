import type { Books } from './books.js';
import type { Loaded } from '../load/load.js';

/** Who takes part in one comparison. The product may take part twice, with two kinds of work. */
export interface Contestant {
  readonly name: string;
  readonly pid: number;
  readonly books: Books;
  run(connections: number, seconds: number): Promise<Loaded>;
  /** Waits until nothing of what it answered is still being worked on. */
  settle(): Promise<void>;
}
