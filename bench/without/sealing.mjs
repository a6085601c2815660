import { Buffer } from 'node:buffer';
import { KeyVault } from '../../dist/libs/membership/adapters/vault/key-vault.js';
import { replaceMethod } from './replace.mjs';

/** Texts are written as they are. */
const nonce = 'A'.repeat(16);
replaceMethod(
  KeyVault,
  'seal',
  () => (plain, keys) => Promise.resolve({ keys, nonce, text: Buffer.from(plain).toString('base64url') }),
);
replaceMethod(
  KeyVault,
  'open',
  () =>
    ({ text }) =>
      Promise.resolve(Buffer.from(text, 'base64url').toString()),
);
