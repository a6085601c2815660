import { createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import type { StreamId } from '#kernel';

/** How long a stream was and what it held, in one hash: what a signature on it makes undeniable. */
export interface Checkpoint {
  readonly stream: StreamId;
  /** Number of records: the last revision + 1. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

const originPrefix = 'reciproca/1/';
const ed25519 = 1;
const notePattern =
  /^reciproca\/1\/([a-z]+-[0-9a-f-]{36})\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n\n— (\S+) (\S+)\n$/;

/** A signed note of C2SP tlog-checkpoint, the origin as the key's name. */
export function signCheckpoint({ stream, size, root }: Checkpoint, privateKey: KeyObject): string {
  const origin = `${originPrefix}${stream}`;
  const text = `${origin}\n${String(size)}\n${Buffer.from(root).toString('base64')}\n`;
  const signature = Buffer.concat([
    keyId(origin, createPublicKey(privateKey)),
    sign(null, Buffer.from(text), privateKey),
  ]);
  return `${text}\n— ${origin} ${signature.toString('base64')}\n`;
}

/** What a checkpoint says; undefined unless it is in the one form and this key signed it. */
export function openCheckpoint(note: string, publicKey: KeyObject): Checkpoint | undefined {
  const [, stream, size, root, name, signed] = notePattern.exec(note) ?? [];
  if (stream === undefined || root === undefined || signed === undefined) return undefined;
  const origin = `${originPrefix}${stream}`;
  const signature = Buffer.from(signed, 'base64');
  const text = note.slice(0, note.indexOf('\n\n') + 1);
  const sound =
    name === origin &&
    signature.toString('base64') === signed &&
    signature.subarray(0, 4).equals(keyId(origin, publicKey)) &&
    verify(null, Buffer.from(text), publicKey, signature.subarray(4));
  return sound ? { stream: stream as StreamId, size: Number(size), root: Buffer.from(root, 'base64') } : undefined;
}

/** The first four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ public key), as C2SP signed-note has them. */
function keyId(name: string, publicKey: KeyObject): Buffer {
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const named = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ed25519), Buffer.from(x, 'base64url')]);
  return hash('sha256', named, 'buffer').subarray(0, 4);
}
