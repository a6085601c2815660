import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { asId, instant, type Uuid } from '#kernel';
import { isOptional } from '../../domain/mail/optional-kinds.js';
import type { MailLinks } from '../../ports/mail-links.js';

const idBytes = 16;
const revisionBytes = 4;
const timeBytes = 6;
const confirmBytes = 4 * idBytes + revisionBytes + timeBytes;
const macBytes = 16;

/**
 * Links under keys that follow from the master key, one key for each purpose: the ids they are about, and 128 bits of
 * HMAC-SHA-256 behind them. Nothing is kept of a link; the same link is written the same again.
 */
export function keyedMailLinks(masterKey: Uint8Array): MailLinks {
  const confirm = purpose(masterKey, 'confirm');
  const unsubscribe = purpose(masterKey, 'unsubscribe');
  return {
    confirming({ bank, exchange, account, person, revision, expiresAt }) {
      const numbers = Buffer.alloc(revisionBytes + timeBytes);
      numbers.writeUInt32BE(revision);
      numbers.writeUIntBE(Date.parse(expiresAt), revisionBytes, timeBytes);
      return confirm.write(Buffer.concat([...[bank, exchange, account, person].map(bytesOf), numbers]));
    },
    readConfirming(token) {
      const said = confirm.read(token);
      if (said?.length !== confirmBytes) return undefined;
      return {
        bank: idAt(said, 0),
        exchange: idAt(said, 1),
        account: idAt(said, 2),
        person: idAt(said, 3),
        revision: said.readUInt32BE(4 * idBytes),
        expiresAt: instant(said.readUIntBE(4 * idBytes + revisionBytes, timeBytes)),
      };
    },
    unsubscribing: ({ person, kind }) => unsubscribe.write(Buffer.concat([bytesOf(person), Buffer.from(kind)])),
    readUnsubscribing(token) {
      const said = unsubscribe.read(token);
      const kind = said?.toString('utf8', idBytes);
      return said && kind !== undefined && isOptional(kind) ? { person: idAt(said, 0), kind } : undefined;
    },
  };
}

interface Purpose {
  write(said: Buffer): string;
  read(token: string): Buffer | undefined;
}

function purpose(masterKey: Uint8Array, name: string): Purpose {
  const key = Buffer.from(hkdfSync('sha256', masterKey, '', `reciproca/1/mail-link/${name}`, 32));
  const macOf = (said: Buffer): Buffer => createHmac('sha256', key).update(said).digest().subarray(0, macBytes);
  return {
    write: (said) => Buffer.concat([said, macOf(said)]).toString('base64url'),
    read(token) {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length <= macBytes || bytes.toString('base64url') !== token) return undefined;
      const said = bytes.subarray(0, -macBytes);
      return timingSafeEqual(macOf(said), bytes.subarray(-macBytes)) ? said : undefined;
    },
  };
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function idAt<Id extends Uuid<string>>(said: Buffer, place: number): Id {
  const hex = said.toString('hex', place * idBytes, (place + 1) * idBytes);
  return asId<Id>(hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
}
