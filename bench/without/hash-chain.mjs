import { randomBytes } from 'node:crypto';
import { replaceModule } from './replace.mjs';

/** A record's hash is a number that was not there before: its id comes from it, and nothing is chained. */
await replaceModule('libs/event-store/codec/digest.js', new URL('./digest.mjs', import.meta.url).href);
const { hashInstead, requireTaken } = await import('./digest.mjs');
const run = randomBytes(8).toString('hex');
let records = 0;
hashInstead('record', () => {
  records += 1;
  return `${run}${records.toString(16).padStart(16, '0')}${'0'.repeat(32)}`;
});
await import('../../dist/libs/event-store/codec/create-codec.js');
requireTaken();
