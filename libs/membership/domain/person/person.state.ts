import {
  Table,
  ownerOf,
  type Instant,
  type NetworkId,
  type PersonId,
  type ReadonlyState,
  type StreamId,
} from '#kernel';
import type { Asking, Purpose } from './person.events.js';

/** No text is kept: what is sealed stays in the records. */
export interface Person {
  person: PersonId;
  /** Absent until there is somebody. */
  registeredAt?: Instant;
  askedBy?: Asking;
  erased: boolean;
  /** The edition acknowledged last, by network. */
  notices: Table<NetworkId, string>;
  /** By network and purpose, with a slash between; absent: never asked, which is no. */
  consents: Table<string, boolean>;
}

export type ReadonlyPerson = ReadonlyState<Person>;

export function initialPerson(stream: StreamId): Person {
  return {
    person: ownerOf<PersonId>(stream),
    erased: false,
    notices: new Table(),
    consents: new Table(),
  };
}

export function consentTo(network: NetworkId, purpose: Purpose): string {
  return `${network}/${purpose}`;
}
