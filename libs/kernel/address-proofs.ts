import type { HubId, PersonId } from './ids.js';

/** Somebody wants to be written to elsewhere. */
export interface AddressWish {
  readonly person: PersonId;
  readonly email: string;
  readonly language: 'it' | 'en';
  /** In whose name the new address is written to, and whose desk helps. */
  readonly bank: { readonly name: string; readonly timeZone: string; readonly hub?: HubId };
}

export interface AskedProof {
  /** Hand it back with the code. */
  readonly challenge: string;
  readonly lifeSeconds: number;
}

export interface AddressProof {
  readonly challenge: string;
  /** As it was typed. */
  readonly code: string;
}

/** Shows that whoever wants to be written to at an address reads what arrives there. Asks nobody whether it is known. */
export interface AddressProofs {
  /** Sends a code to the address. @throws AskedTooOften, IdempotencyConflict */
  ask(wish: AddressWish, key: string): Promise<AskedProof>;
  /** @throws AskedTooOften, CodeWrong, CodeOver */
  check(person: PersonId, email: string, proof: AddressProof): Promise<void>;
}

/** Nest's name for the port. */
export const ADDRESS_PROOFS = Symbol('AddressProofs');
