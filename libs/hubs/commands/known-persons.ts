import { NotFound, streamOf, type EventStore, type PersonId, type Refusal } from '#kernel';

/** What a record refers to comes first: whoever is named in it is registered already. */
export async function unknownPerson(store: EventStore, persons: readonly PersonId[]): Promise<Refusal | undefined> {
  for (const person of persons) {
    const [registration] = await store.readStream(streamOf('person', person), 0, 1);
    if (!registration) return new NotFound({ person });
  }
  return undefined;
}
