import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { MailSeal, SealedMail } from '../../ports/mail-seal.js';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals mails under a key that follows from the master key: AES-256-GCM, bound to the mail's id; nonce, text and tag in
 * one. Sealing asks nothing of the database, so it takes as long whoever the mail is for.
 */
export function mailSeal(masterKey: Uint8Array): MailSeal {
  const key = Buffer.from(hkdfSync('sha256', masterKey, '', 'reciproca/1/mail', 32));
  return {
    seal(id, content) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(id));
      return Buffer.concat([nonce, cipher.update(JSON.stringify(content)), cipher.final(), cipher.getAuthTag()]);
    },
    open(id, sealed) {
      const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(id)).setAuthTag(sealed.subarray(-tagBytes));
      const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
      return JSON.parse(text.toString()) as SealedMail;
    },
  };
}
