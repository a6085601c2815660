declare const brand: unique symbol;

/** A value that was checked once and is known by its type from then on. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };

/** A lower-case UUID. */
export type Uuid<Name extends string> = Brand<string, Name>;

export type NetworkId = Uuid<'NetworkId'>;
export type BankId = Uuid<'BankId'>;
export type HubId = Uuid<'HubId'>;
/** One human being, across banks. */
export type PersonId = Uuid<'PersonId'>;
/** An hours account. A membership and its account share one id. */
export type AccountId = Uuid<'AccountId'>;
export type ExchangeId = Uuid<'ExchangeId'>;
export type GrantId = Uuid<'GrantId'>;
export type MandateId = Uuid<'MandateId'>;
export type ImportId = Uuid<'ImportId'>;
export type KeyId = Uuid<'KeyId'>;
/** An event store, wherever it stands: made once with it. */
export type StoreId = Uuid<'StoreId'>;
export type CommandId = Uuid<'CommandId'>;

/** A category without a dash, a dash, an id: `journal-<uuid>`. */
export type StreamId = Brand<string, 'StreamId'>;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/** Names an id that comes from outside; the caller has already refused what is not a UUID. */
export function asId<Id extends Uuid<string>>(text: string): Id {
  if (!isUuid(text)) throw new TypeError(`not a lower-case UUID: ${text}`);
  return text as Id;
}

export type Category = 'journal' | 'person' | 'network';

export function streamOf(category: Category, id: string): StreamId {
  return `${category}-${id}` as StreamId;
}

export function categoryOf(stream: StreamId): string {
  return stream.slice(0, stream.indexOf('-'));
}

/** The id behind the category: the bank of a journal, the person, the network. */
export function ownerOf<Id extends Uuid<string>>(stream: StreamId): Id {
  return stream.slice(stream.indexOf('-') + 1) as Id;
}
