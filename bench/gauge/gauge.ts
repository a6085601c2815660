import type { Gauge } from './gauge.messages.js';

/**
 * `node --import` this before a program that is measured from outside: it answers how much of the processor and of memory
 * the program has used, and holds up nothing, not even its end.
 */
const sampleMs = 20;
let peakHeapBytes = 0;
let peakResidentBytes = 0;

function sample(): void {
  const { heapUsed, rss } = process.memoryUsage();
  peakHeapBytes = Math.max(peakHeapBytes, heapUsed);
  peakResidentBytes = Math.max(peakResidentBytes, rss);
}

setInterval(sample, sampleMs).unref();
process.on('message', (asked: 'gauge' | 'gauge after collecting') => {
  if (asked === 'gauge after collecting') globalThis.gc?.();
  sample();
  const { user, system } = process.cpuUsage();
  const { heapUsed, rss, arrayBuffers } = process.memoryUsage();
  const gauge: Gauge = {
    cpuMicroseconds: user + system,
    heapBytes: heapUsed,
    arrayBytes: arrayBuffers,
    residentBytes: rss,
    peakHeapBytes,
    peakResidentBytes,
  };
  process.send?.(gauge);
  peakHeapBytes = 0;
  peakResidentBytes = 0;
});
// Whoever measured is gone, however that came: nobody is left to end this program.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
