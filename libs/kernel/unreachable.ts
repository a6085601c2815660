/** The end of a switch over a union: a new member does not compile until it has its case. */
export function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
