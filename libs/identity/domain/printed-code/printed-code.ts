/** A code on paper, for who has no e-mail. */
export interface PrintedCode {
  readonly expiresAtMs: number;
  readonly status: 'open' | 'used' | 'void';
}

export const printedCodeMs = 7 * 86_400_000;
/** Without the four that are taken for others: 0 and O, 1 and I and L, U and V. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const lengthInLetters = 10;

export function isUsable({ expiresAtMs, status }: PrintedCode, atMs: number): boolean {
  return status === 'open' && atMs < expiresAtMs;
}

/** Ten letters, fifty bits: nobody finds one by trying, so nobody can be locked out by tries. */
export function lettersFrom(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, lengthInLetters), (byte) => letters[byte % letters.length]).join('');
}

/** As it is printed: K7QM3 XWA9T. */
export function inGroups(code: string): string {
  return code.replace(/^(.{5})/, '$1 ');
}

/** What people type from paper: small letters, spaces, and what looks alike. */
export function lettersTyped(text: string): string | undefined {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-\u2010-\u2015]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/U/g, 'V');
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(typed) ? typed : undefined;
}
