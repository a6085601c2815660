import { PublicNameInvalid } from './network.errors.js';

const handlePattern = /^[a-z][a-z0-9-]{1,39}$/;
const noticePattern = /^(?=.*\d)[0-9A-Za-z/.-]{1,24}$/;
const publicNameLengthMax = 80;

export function isHandle(text: string): boolean {
  return handlePattern.test(text);
}

/** A code that names one edition of a notice. */
export function isNoticeVersion(text: string): boolean {
  return noticePattern.test(text);
}

/** @throws PublicNameInvalid */
export function requirePublicName(name: string): void {
  const length = Array.from(name).length;
  if (length === 0 || length > publicNameLengthMax || name.trim() !== name) {
    throw new PublicNameInvalid({ lengthMax: publicNameLengthMax });
  }
}
