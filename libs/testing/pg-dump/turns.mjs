import { Buffer } from 'node:buffer';

/** Whose turn it is in PostgreSQL's protocol: bytes come in any pieces, a turn ends with a whole message. */
export class Turns {
  #said = Buffer.alloc(0);
  #heard = Buffer.alloc(0);
  #isStarting = true;

  /** Whether what was said up to here waits for an answer. */
  isAsked(bytes) {
    let isAsked = false;
    this.#said = Buffer.concat([this.#said, bytes]);
    for (let rest; (rest = afterMessage(this.#said, this.#isStarting ? 0 : 1)) !== undefined; this.#said = rest) {
      isAsked = this.#isStarting || 'QSp'.includes(String.fromCharCode(this.#said[0]));
      this.#isStarting = false;
    }
    return isAsked && this.#said.length === 0;
  }

  /** Whether the server waits now: it is ready, or it has asked who this is. */
  isAnswered(bytes) {
    let isAnswered = false;
    this.#heard = Buffer.concat([this.#heard, bytes]);
    for (let rest; (rest = afterMessage(this.#heard, 1)) !== undefined; this.#heard = rest) {
      const kind = String.fromCharCode(this.#heard[0]);
      isAnswered = kind === 'Z' || (kind === 'R' && asksWho.includes(this.#heard.readInt32BE(5)));
    }
    return isAnswered;
  }
}

/** Password in clear, MD5, SASL and its next step. */
const asksWho = [3, 5, 10, 11];

/** What follows the first message, unless that is still on its way; only the first of all has no letter before its length. */
function afterMessage(bytes, letters) {
  if (bytes.length < letters + 4) return undefined;
  const length = letters + bytes.readInt32BE(letters);
  return bytes.length < length ? undefined : bytes.subarray(length);
}
