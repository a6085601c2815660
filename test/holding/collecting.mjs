import { writeFileSync } from 'node:fs';

/** `node --expose-gc --import` this before a program of ours: told SIGUSR2, it writes what it holds once the garbage is gone to the file HELD_FILE. */
process.on('SIGUSR2', () => {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  writeFileSync(process.env.HELD_FILE, String(heapUsed + arrayBuffers));
});
