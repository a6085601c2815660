import { EventTooLarge, recordBytesMax, type Draft, type EncodedRecord } from '#kernel';
import { taggedHash, uuidOf } from './digest.js';
import { requireSoundDraft } from './record.rules.js';
import { bodyText, headText, legText, partText } from './record.text.js';
import type { Salts } from './salts.js';

export const partHash = taggedHash('part');
export const recordHash = taggedHash('record');

/** The two lines of a record, with its hash and id. */
export function encodeRecord(draft: Draft, version: number, salts: Salts): EncodedRecord {
  requireSoundDraft(draft);
  const hashes: string[] = [];
  let parts = '';
  const add = (value: string): void => {
    const salt = salts();
    hashes.push(partHash('base64url', value, salt));
    parts += `${parts === '' ? '[' : ','}${partText(salt, value)}`;
  };
  add(bodyText(draft));
  for (const leg of draft.event.entry?.legs ?? []) add(legText(leg));

  const head = headText(draft, version, hashes);
  const text = `${head}\n${parts}]`;
  requireSize(text, draft.event.type);
  const hex = recordHash('hex', head);
  const hash = Buffer.from(hex, 'hex');
  return { stream: draft.stream, revision: draft.revision, type: draft.event.type, id: uuidOf(hex), hash, text };
}

function requireSize(text: string, type: string): void {
  // No UTF-16 unit takes more than three bytes: counting is only needed for long texts.
  if (text.length * 3 <= recordBytesMax) return;
  const bytes = Buffer.byteLength(text);
  if (bytes > recordBytesMax) throw new EventTooLarge({ type, bytes, bytesMax: recordBytesMax });
}
