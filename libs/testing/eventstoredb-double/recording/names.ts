import { OWN_IDS } from './scenario-events.js';

const AT_START = '0';
const AT_END = String(2n ** 64n - 1n);

/** Names for what no two runs have in common, in the order of first sight: the same value has the same name. */
export class Names {
  private readonly positions = new Map<string, string>();
  private readonly ids = new Map<string, string>();
  private readonly correlations = new Map<string, string>();

  position(value: string): string {
    if (value === AT_START || value === AT_END) return value === AT_START ? 'start' : 'end';
    return named(this.positions, value, 'position');
  }

  correlation(value: string): string {
    return named(this.correlations, value, 'correlation');
  }

  /** The ids of the scenario's own events are the same in every run. */
  eventId(value: string): string {
    return value.startsWith(OWN_IDS) ? value : named(this.ids, value, 'id');
  }

  deadline({ seconds }: { readonly seconds: number }): 'past' | 'to come' {
    return seconds * 1000 < Date.now() ? 'past' : 'to come';
  }

  /** @returns the value that has this name in this run */
  positionNamed(name: string): string {
    const found = [...this.positions].find(([, known]) => known === name);
    if (!found) throw new Error(`${name} was not seen yet`);
    return found[0];
  }

  /** The names of all positions seen, the lowest first. */
  positionsInOrder(): readonly string[] {
    const values = [...this.positions].map(([value, name]) => ({ value: BigInt(value), name }));
    return values.toSorted((one, other) => (one.value < other.value ? -1 : 1)).map(({ name }) => name);
  }
}

function named(names: Map<string, string>, value: string, kind: string): string {
  const name = names.get(value) ?? `${kind} ${names.size + 1}`;
  names.set(value, name);
  return name;
}
