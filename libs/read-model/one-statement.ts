import { DatabaseError, type ClientBase } from 'pg';
import { Fenced } from './advance.js';
import { changesOf, type Fold } from './delivery.js';
import { statementsFor } from './row-changes.js';
import { given, type Statement } from './row-text.js';

/** The compare-and-set of a checkpoint. */
export interface Move {
  /** An update with its parameters from $1 on. */
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Rows that were refused, or tables that are gone because another version serves: one step at a time it is found out which. */
const isAboutRows = /^(22|23|42)/;

const names = new Map<string, string>();
const namesMax = 500;

/**
 * Checkpoint and rows as one statement, which is one round trip and a transaction of its own: what a batch mostly is.
 * No row is said twice in it, so the order of its parts does not matter; none of them writes unless the checkpoint moved.
 *
 * @returns false, and nothing is written, where PostgreSQL refused that, or more than whole rows and amendments is to be written
 * @throws Fenced when the checkpoint is not where it was expected
 */
export async function advanceAtOnce(client: ClientBase, folds: readonly Fold[], move: Move): Promise<boolean> {
  if (folds.some(({ poisons }) => poisons.length > 0)) return false;
  const writes: Statement[] = [];
  for (const { target, folded } of folds) {
    const changes = changesOf(folded);
    if (changes.some(({ kind }) => kind === 'scrub')) return false;
    writes.push(...statementsFor(changes, target.version));
  }
  const text = textOf(move, writes);
  const name = nameOf(text);
  if (name === undefined) return false;
  try {
    const values = [...move.values, ...writes.flatMap((write) => write.values)];
    const { rows } = await client.query<{ moved: boolean }>({ name, text, values });
    if (!rows[0]?.moved) throw new Fenced();
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && isAboutRows.test(error.code ?? '')) return false;
    throw error;
  }
}

function textOf(move: Move, writes: readonly Statement[]): string {
  const parts = writes.map(({ text }, n) => {
    const behindMove = `moved cross join ${given(move.values.length + n + 1)}`;
    return `w${String(n)} as (${text.replace(given(1), () => behindMove)})`;
  });
  return `with ${[`moved as (${move.text} returning true)`, ...parts].join(',\n')} select exists (select from moved) as moved`;
}

/** Prepared once; there are about as many texts as kinds of records that come together. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= namesMax) return known;
  const name = `batch-${String(names.size)}`;
  names.set(text, name);
  return name;
}
