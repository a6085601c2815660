import type { StreamId } from '#kernel';
import { ledgerViews } from '#ledger';
import type { View } from '#read-model';
import type { Chance } from '../holding/seed.js';
import { bankStreams } from './banks.js';

/** A record that one view cannot take. */
export interface Poison {
  readonly view: string;
  readonly stream: StreamId;
  readonly revision: number;
}

/** The view as it is, but for the record that poisons it. */
export function poisoned(view: View, poison: Poison | undefined): View {
  if (poison?.view !== view.name) return view;
  return {
    ...view,
    rows: (record, texts) => {
      if (record.stream === poison.stream && record.revision === poison.revision) throw new Error('poison');
      return view.rows(record, texts);
    },
  };
}

/** One life of four has some. */
export function poisonOf(luck: Chance, banks: number): Poison | undefined {
  if (luck.between(1, 4) > 1) return undefined;
  const stream = luck.oneOf(bankStreams.slice(0, banks));
  return { view: luck.oneOf(ledgerViews).name, stream, revision: luck.between(10, 25) };
}
