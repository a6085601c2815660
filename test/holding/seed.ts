import { randomInt } from 'node:crypto';

/** Chance that can be had again: `SEED=<number> npm test -- <path>` repeats a run's choices. */
export interface Chance {
  readonly seed: number;
  /** From `least` to `most`, both included. */
  between(least: number, most: number): number;
  oneOf<T>(all: readonly T[]): T;
}

export function chance(seed = Number(process.env['SEED'] ?? randomInt(2 ** 31))): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    const again = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((again ^ (again >>> 15)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    seed,
    between,
    oneOf(all) {
      const one = all[between(0, all.length - 1)];
      if (one === undefined) throw new Error('nothing to choose from');
      return one;
    },
  };
}

/** Figures go out past Jest, which would put a stack beside them. */
export function say(check: string, { seed }: Pick<Chance, 'seed'>, figures: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`holding: ${check}: ${JSON.stringify({ seed, ...figures })}\n`);
}
