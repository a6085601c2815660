import { replaceModule } from './replace.mjs';

/** A head commits to none of its parts: no salts are drawn and no part is hashed. */
await replaceModule('libs/event-store/codec/digest.js', new URL('./digest.mjs', import.meta.url).href);
await replaceModule('libs/event-store/codec/salts.js', new URL('./salts.mjs', import.meta.url).href);
const { hashInstead, requireTaken } = await import('./digest.mjs');
hashInstead('part', () => '');
await import('../../dist/libs/event-store/codec/create-codec.js');
requireTaken();
