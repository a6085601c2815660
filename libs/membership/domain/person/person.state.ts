import { ownerOf, type PersonId, type ReadonlyState, type StreamId } from '#kernel';

/** No text is kept: what is sealed stays in the records. */
export interface Person {
  person: PersonId;
  registered: boolean;
}

export type ReadonlyPerson = ReadonlyState<Person>;

export function initialPerson(stream: StreamId): Person {
  return { person: ownerOf<PersonId>(stream), registered: false };
}
