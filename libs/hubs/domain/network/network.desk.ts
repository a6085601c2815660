import { NotFound, NothingToChange, type Decidable } from '#kernel';
import type { SetHubDesk } from './network.commands.js';
import { DeskEmailInvalid, OpeningHoursInvalid, PhoneInvalid } from './network.errors.js';
import type { HubDesk, HubDeskSet } from './network.events.js';
import type { ReadonlyNetwork } from './network.state.js';

const hoursLengthMax = 120;
const emailLengthMax = 254;
const emailPattern = /^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@.<>",;:]+$/u;
const phonePattern = /^\+?\d[\d ]{3,23}\d$/;

/**
 * The whole desk at once: what is left out is no longer said.
 *
 * @throws NotFound, OpeningHoursInvalid, PhoneInvalid, DeskEmailInvalid, NothingToChange — in this order
 */
export function setHubDesk(command: Decidable<SetHubDesk>, network: ReadonlyNetwork): HubDeskSet {
  const { hub, desk } = command.input;
  const known = network.hubs.get(hub);
  if (!known) throw new NotFound();
  for (const hours of [desk.hours?.it, desk.hours?.en]) if (hours !== undefined) requireHours(hours);
  if (desk.phone !== undefined && !phonePattern.test(desk.phone)) throw new PhoneInvalid();
  if (desk.email !== undefined) requireEmail(desk.email);
  if (isSame(desk, known.desk ?? {})) throw new NothingToChange();
  return { type: 'HubDeskSet', data: { hub, desk } };
}

/** @throws OpeningHoursInvalid */
function requireHours(hours: string): void {
  const length = Array.from(hours).length;
  const isOneLine = hours.trim() === hours && !/[\r\n]/.test(hours);
  if (length === 0 || length > hoursLengthMax || !isOneLine)
    throw new OpeningHoursInvalid({ lengthMax: hoursLengthMax });
}

/** One bare address. @throws DeskEmailInvalid */
function requireEmail(email: string): void {
  if (email.length > emailLengthMax || !emailPattern.test(email)) throw new DeskEmailInvalid();
}

function isSame(one: HubDesk, other: HubDesk): boolean {
  const isSameReach = one.phone === other.phone && one.email === other.email;
  return isSameReach && one.hours?.it === other.hours?.it && one.hours?.en === other.hours?.en;
}
