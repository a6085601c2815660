import {
  streamOf,
  type AddressHolder,
  type Codec,
  type Contact,
  type Contacts,
  type EventStore,
  type PersonId,
  type SealedText,
  type StreamId,
  type Vault,
} from '#kernel';
import { NotYetVisible, type ReadDoor } from '#read-model';
import type { Language, PersonEvent } from '../../domain/person/person.events.js';

export interface ContactParts {
  readonly door: Pick<ReadDoor, 'readAsNobody'>;
  readonly store: Pick<EventStore, 'readStream' | 'head'>;
  readonly codec: Pick<Codec, 'decode'>;
  readonly vault: Pick<Vault, 'open'>;
  readonly digestOf: (address: string) => string;
}

const pageSize = 500;

/** An address is opened from the person's own stream, and found by its digest; nowhere else does it stand. */
export class PersonContacts implements Contacts {
  constructor(private readonly parts: ContactParts) {}

  async of(person: PersonId): Promise<Contact | undefined> {
    const stream = streamOf('person', person);
    const known = await this.lastOf(stream);
    if (!known.email) return undefined;
    const email = await this.parts.vault.open(known.email, { stream, entity: person, field: 'email' });
    return email === undefined ? undefined : { person, email, language: known.language };
  }

  /** One digest and one look, whether or not somebody has the address. Who was admitted a moment ago is found. */
  async withAddress(address: string): Promise<AddressHolder | undefined> {
    const [found] = await this.holdersOf(this.parts.digestOf(address));
    return found && { ...found, email: address.trim() };
  }

  /** Views that stand still keep nobody out whom they know. */
  private async holdersOf(digest: string): Promise<readonly Omit<AddressHolder, 'email'>[]> {
    const { door, store } = this.parts;
    const sql = 'select person_id as person, language, is_shared as "isShared" from read.person_with_address($1)';
    const reading = { sql, params: [digest] };
    try {
      return await door.readAsNobody(reading, await store.head());
    } catch (cause) {
      if (cause instanceof NotYetVisible) return door.readAsNobody(reading);
      throw cause;
    }
  }

  async languagesOf(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Language>> {
    const sql = 'select person_id as person, language from read.languages_of($1::uuid[])';
    const rows = await this.parts.door.readAsNobody<Omit<Contact, 'email'>>({ sql, params: [persons] });
    return new Map(rows.map(({ person, language }) => [person, language]));
  }

  private async lastOf(stream: StreamId): Promise<{ readonly email?: SealedText; readonly language: Language }> {
    const { store, codec } = this.parts;
    let email: SealedText | undefined;
    let language: Language = 'it';
    for (let from = 0; ; from += pageSize) {
      const page = await store.readStream(stream, from, pageSize);
      for (const { event } of page.map((record) => codec.decode(record))) {
        const { type, data } = event as PersonEvent;
        if (type === 'PersonRegistered') ({ email, language } = data);
        if (type === 'EmailChanged') ({ email } = data);
      }
      if (page.length < pageSize) return { ...(email && { email }), language };
    }
  }
}
