import { audience, beginning, expiry, issuer, session, subject, type as tokenType } from './claims.js';
import { certificate, critical, embeddedKey, fetchedKey, keyName, keyNameInjected } from './headers.js';
import type { Family, Forgery, Target } from './jws.js';
import { otherSecret, shape, tampered, wrapped, writing } from './shapes.js';
import { macByPublicKey, macByWeakSecret, otherAlgorithm, otherKey, otherSignature, unsigned } from './signatures.js';

/** Families of forged tokens after RFC 8725, ten of each. */
const families: Readonly<Record<string, Family>> = {
  'unsigned, in all spellings of none': unsigned,
  'a MAC whose secret is our public key': macByPublicKey,
  'a MAC whose secret is guessed': macByWeakSecret,
  'our signature under another algorithm': otherAlgorithm,
  'signed by another key': otherKey,
  'another signature, or ours in another form': otherSignature,
  'of another issuer': issuer,
  'for another audience': audience,
  'expired, or without an end': expiry,
  'not valid yet, or of no time': beginning,
  'of nobody': subject,
  'of another type': tokenType,
  'with a session that we never wrote': session,
  'a name of no key of ours': keyName,
  'a name of a key that is an attack': keyNameInjected,
  'with its own key': embeddedKey,
  'with a key to fetch': fetchedKey,
  'with a certificate': certificate,
  'with critical words that we do not know': critical,
  'cut, or with a part too many': shape,
  'changed after it was signed': tampered,
  'the same token in another writing': writing,
  'another secret, of ours or of others': otherSecret,
  'encrypted, nested or large': wrapped,
};

export function forgeries(target: Target): readonly Forgery[] {
  return Object.entries(families).flatMap(([family, forged]) =>
    forged(target).map((token, number) => ({ family, number, token })),
  );
}
