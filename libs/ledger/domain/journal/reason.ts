import type { Command, Decidable, SealedText } from '#kernel';
import { ReasonRequired } from './member.errors.js';

/** @throws ReasonRequired when none was given, or only blanks */
export function requireReason(command: Decidable<Command>): SealedText {
  const reason = command.sealed['reason'];
  if (!reason || !command.texts?.['reason']?.trim()) throw new ReasonRequired();
  return reason;
}
