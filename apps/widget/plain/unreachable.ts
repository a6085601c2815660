/** Ends a switch over a union: a new case does not compile until it has its place. */
export function unreachable(value: never): never {
  throw new Error(`unexpected: ${String(value)}`);
}
