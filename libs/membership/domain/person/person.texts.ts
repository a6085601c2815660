import type { Facts } from '#kernel';
import { EmailInvalid, NameMissing, NameTooLong } from './person.errors.js';

export const nameLengthMax = 80;
const emailLengthMax = 254;
const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u;

/**
 * A name as it is kept: without space around it, its characters composed.
 *
 * @throws NameMissing, NameTooLong
 */
export function nameText(text: string): string {
  const name = text.trim().normalize('NFC');
  const length = [...name].length;
  if (length === 0) throw new NameMissing();
  if (length > nameLengthMax) throw new NameTooLong({ length, lengthMax: nameLengthMax } satisfies Facts);
  return name;
}

/** @throws EmailInvalid */
export function emailText(text: string): string {
  const email = text.trim().normalize('NFC');
  if (email.length > emailLengthMax || !emailPattern.test(email)) throw new EmailInvalid();
  return email;
}
