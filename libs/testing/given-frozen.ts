import { Deadlines, Table, type ReadonlyState } from '#kernel';

/** The state as a decider may see it: rows, lists and fields frozen all through, tables without a way to change them. */
export function frozenView<State extends object>(state: State): ReadonlyState<State> {
  const view: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(state)) view[key] = frozenField(value);
  return Object.freeze(view) as ReadonlyState<State>;
}

function frozenField(value: unknown): unknown {
  if (value instanceof Deadlines) {
    return Object.freeze({
      first: () => value.first(),
      inOrder: () => value.inOrder(),
      entries: () => value.entries(),
    });
  }
  if (!(value instanceof Table)) return deepFrozen(value);
  for (const entry of value.entries()) deepFrozen(entry[1]);
  return Object.freeze({
    get: (key: string) => value.get(key) as unknown,
    has: (key: string) => value.has(key),
    entries: () => value.entries(),
  });
}

export function deepFrozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFrozen(part);
  return Object.freeze(value);
}
