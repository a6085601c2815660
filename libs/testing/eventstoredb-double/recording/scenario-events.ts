import { binaryEvent, type BinaryEventType, type EventData } from '@eventstore/db-client';

export type Proposal = EventData<BinaryEventType>;

/** So all ids begin that the scenario gives. */
export const OWN_IDS = '00000000-0000-4000-8000-';

/** An event whose id is a number's. */
export function event(id: number, data: Uint8Array = new Uint8Array([id % 256]), type = 'Happened'): Proposal {
  return binaryEvent({ id: `${OWN_IDS}${String(id).padStart(12, '0')}`, type, data });
}

export function events(first: number, count: number): readonly Proposal[] {
  return Array.from({ length: count }, (_, index) => event(first + index));
}
