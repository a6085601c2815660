import type { StreamId } from '#kernel';
import type { View } from '#read-model';

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
