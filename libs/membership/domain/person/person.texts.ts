import { EmailInvalid, NameMissing, NameTooLong } from './person.errors.js';

export const nameLengthMax = 80;
const emailLengthMax = 254;
const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u;

type Texts = Readonly<Record<string, string>>;

/** Texts as they are kept: without space around them, their characters composed. */
export function tidied(texts: Texts | undefined): Texts {
  return Object.fromEntries(Object.entries(texts ?? {}).map(([field, text]) => [field, text.trim().normalize('NFC')]));
}

/** @throws NameMissing, NameTooLong */
export function requireName(name: string): void {
  const length = Array.from(name.trim()).length;
  if (length === 0) throw new NameMissing();
  if (length > nameLengthMax) throw new NameTooLong({ length, lengthMax: nameLengthMax });
}

export function isEmail(text: string): boolean {
  return text.length <= emailLengthMax && emailPattern.test(text);
}

/** @throws EmailInvalid */
export function requireEmail(email: string): void {
  if (!isEmail(email)) throw new EmailInvalid();
}
