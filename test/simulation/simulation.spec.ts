import { createHash } from 'node:crypto';
import { simulate, type Life } from './simulate.js';

const lives = 1_000;
const livedTwice = 20;
const only = process.env['SEED'];
const seeds = only === undefined ? Array.from({ length: lives }, (_, n) => n + 1) : [Number(only)];

test('whatever goes wrong in the store, the processes and the clocks, the journals keep what was said', async () => {
  const total = new Map<string, number>();
  const traces = createHash('sha256');
  for (const [n, seed] of seeds.entries()) {
    const { trace, figures } = await lived(seed);
    traces.update(trace);
    for (const [what, times] of figures) total.set(what, (total.get(what) ?? 0) + times);
    if (n % (lives / livedTwice) === 0) expect((await lived(seed)).trace).toBe(trace);
  }
  const figures = { seeds: seeds.length, traces: traces.digest('hex'), ...Object.fromEntries([...total].sort()) };
  process.stdout.write(`simulation: ${JSON.stringify(figures)}\n`);
}, 600_000);

async function lived(seed: number): Promise<Life> {
  try {
    return await simulate(seed);
  } catch (cause) {
    throw new Error(`seed ${String(seed)}: repeat it with SEED=${String(seed)} npm test -- test/simulation`, { cause });
  }
}
