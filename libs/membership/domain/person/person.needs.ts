import { epochMs, type Instant } from '#kernel';
import type { Asking } from './person.events.js';
import type { ReadonlyPerson } from './person.state.js';

const hourMs = 3_600_000;
/**
 * What a person was registered for is asked within this time, or begun anew with another person. It ends an hour before
 * anybody is erased as never needed: clocks and queues are nearer than that, so that the two never meet.
 */
const beginningMs = 23 * hourMs;
const unneededMs = 24 * hourMs;

/** True for a person whom nothing may refer to for the first time any more. */
export function hasLapsed({ registeredAt, erased }: ReadonlyPerson, at: Instant): boolean {
  return erased || (registeredAt !== undefined && epochMs(at) - epochMs(registeredAt) >= beginningMs);
}

/** Who has to be asked whether the person is needed; undefined before it is time, and where nobody can be asked. */
export function askedAfterADay({ registeredAt, erased, askedBy }: ReadonlyPerson, at: Instant): Asking | undefined {
  if (registeredAt === undefined || erased) return undefined;
  return epochMs(at) - epochMs(registeredAt) >= unneededMs ? askedBy : undefined;
}
