export const uuidBytes = 16;

const digits = Buffer.from('0123456789abcdef');
const valueOfDigit = new Uint8Array(128);
digits.forEach((digit, value) => (valueOfDigit[digit] = value));

/** Where the 16 pairs of digits stand in a UUID's text. */
const places = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const text = Buffer.from('00000000-0000-0000-0000-000000000000');

/** Writes a lower-case UUID at `offset`, digit by digit: ids are read and written by the dozen at every request. @returns where it ends */
export function writeUuid(bytes: Uint8Array, offset: number, uuid: string): number {
  let end = offset;
  for (const place of places) {
    bytes[end] = (valueAt(uuid, place) << 4) | valueAt(uuid, place + 1);
    end += 1;
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

function valueAt(uuid: string, place: number): number {
  return valueOfDigit[uuid.charCodeAt(place)] ?? 0;
}
