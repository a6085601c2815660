export const uuidBytes = 16;

const digits = Buffer.from('0123456789abcdef');
const noDigit = 0x80;
const valueOfDigit = new Uint8Array(128).fill(noDigit);
digits.forEach((digit, value) => (valueOfDigit[digit] = value));

/** Where the 16 pairs of digits stand in a UUID's text. */
const places = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const text = Buffer.from('00000000-0000-0000-0000-000000000000');

/**
 * Writes a UUID at `offset`, digit by digit: ids are read and written by the dozen at every request.
 *
 * @returns where it ends
 * @throws TypeError where it is no lower-case UUID
 */
export function writeUuid(bytes: Uint8Array, offset: number, uuid: string): number {
  let end = offset;
  let seen = 0;
  for (const place of places) {
    const [high, low] = [valueAt(uuid, place), valueAt(uuid, place + 1)];
    seen |= high | low;
    bytes[end] = (high << 4) | low;
    end += 1;
  }
  if (seen >= noDigit || uuid.length !== text.length || !isDashed(uuid)) {
    throw new TypeError(`not a lower-case UUID: ${uuid}`);
  }
  return end;
}

/** The UUID whose bytes stand at `offset`. */
export function uuidAt(bytes: Uint8Array, offset: number): string {
  let at = offset;
  for (const place of places) {
    const byte = bytes[at] ?? 0;
    text[place] = digits[byte >> 4] ?? 0;
    text[place + 1] = digits[byte & 15] ?? 0;
    at += 1;
  }
  return text.toString('latin1');
}

function isDashed(uuid: string): boolean {
  return uuid[8] === '-' && uuid[13] === '-' && uuid[18] === '-' && uuid[23] === '-';
}

function valueAt(uuid: string, place: number): number {
  return valueOfDigit[uuid.charCodeAt(place)] ?? noDigit;
}
