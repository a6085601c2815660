import type { KeyObject } from 'node:crypto';
import type { AccountId, EncodedRecord } from '#kernel';
import { canonical } from './canonical.js';
import { openCheckpoint } from './checkpoint.js';
import { base64url } from './digest.js';
import { partHash, recordHash } from './encode-record.js';
import { inclusionProof, rootByProof } from './merkle-tree.js';
import { checkedHead, checkedLeg, checkedParts, type CheckedHead, type CheckedPart } from './record.shape.js';

/** What one account's holder takes home: proves that the entry stands in the journal, and shows nobody else's balance. */
export interface Receipt {
  /** The canonical head as an object. */
  readonly head: unknown;
  readonly body: CheckedPart;
  /** `index` counts the legs from 0: the place in `head.entry.minutes`. */
  readonly leg: CheckedPart & { readonly index: number };
  /** base64url, lowest first. */
  readonly proof: readonly string[];
  /** A signed checkpoint of the stream, at least as long as the record's number. */
  readonly checkpoint: string;
}

/** @param recordHashes the hashes of all records under the checkpoint, in order */
export function receiptOf(
  record: EncodedRecord,
  account: AccountId,
  recordHashes: readonly Uint8Array[],
  checkpoint: string,
): Receipt {
  const [headLine = '', partsLine = ''] = record.text.split('\n');
  const [body, ...legs] = checkedParts(JSON.parse(partsLine));
  const index = legs.findIndex(({ value }) => checkedLeg(value).account === account);
  const leg = legs[index];
  if (!body || !leg) throw new TypeError('the account has no leg in this record');
  const proof = inclusionProof(record.revision, recordHashes).map(base64url);
  return { head: JSON.parse(headLine), body, leg: { index, ...leg }, proof, checkpoint };
}

/** True when the head, the body and the leg belong together and the signed checkpoint covers them. */
export function isSoundReceipt(receipt: Receipt, publicKey: KeyObject): boolean {
  const checkpoint = openCheckpoint(receipt.checkpoint, publicKey);
  if (!checkpoint) return false;
  try {
    const head = checkedHead(receipt.head);
    const proof = receipt.proof.map((step) => Buffer.from(step, 'base64url'));
    const root = rootByProof(
      head.revision,
      checkpoint.size,
      Buffer.from(recordHash('hex', canonical(receipt.head)), 'hex'),
      proof,
    );
    const legInEntry = head.entry?.minutes[receipt.leg.index] !== undefined;
    const partsHold = holds(head, 0, receipt.body) && holds(head, 1 + receipt.leg.index, receipt.leg);
    return head.stream === checkpoint.stream && legInEntry && partsHold && root?.equals(checkpoint.root) === true;
  } catch (cause) {
    if (cause instanceof TypeError) return false;
    throw cause;
  }
}

function holds(head: CheckedHead, index: number, { salt, value }: CheckedPart): boolean {
  return partHash('base64url', canonical(value), Buffer.from(salt, 'base64url')) === head.parts[index];
}
