import { NotFound, NothingToChange, type Decidable } from '#kernel';
import type { SetHubDesk } from './network.commands.js';
import { OpeningHoursInvalid, PhoneInvalid } from './network.errors.js';
import type { HubDesk, HubDeskSet } from './network.events.js';
import type { ReadonlyNetwork } from './network.state.js';

const hoursLengthMax = 120;
const phonePattern = /^\+?\d[\d ]{3,23}\d$/;

/** The whole desk at once: what is left out is no longer said. @throws NotFound, OpeningHoursInvalid, PhoneInvalid, NothingToChange — in this order */
export function setHubDesk(command: Decidable<SetHubDesk>, network: ReadonlyNetwork): HubDeskSet {
  const { hub, desk } = command.input;
  const known = network.hubs.get(hub);
  if (!known) throw new NotFound();
  for (const hours of [desk.hours?.it, desk.hours?.en]) if (hours !== undefined) requireHours(hours);
  if (desk.phone !== undefined && !phonePattern.test(desk.phone)) throw new PhoneInvalid();
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

function isSame(one: HubDesk, other: HubDesk): boolean {
  return one.phone === other.phone && one.hours?.it === other.hours?.it && one.hours?.en === other.hours?.en;
}
