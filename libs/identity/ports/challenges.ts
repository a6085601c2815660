import type { HubId, PersonId, Statements, Uuid } from '#kernel';
import type { Challenge, Entered } from '../domain/challenge/enter-code.js';

export type ChallengeId = Uuid<'ChallengeId'>;

/** What is kept when somebody asks for a code: the same for an address that is known and for one that nobody has. */
export interface AskedChallenge {
  readonly id: ChallengeId;
  /** Names the address to whoever has the key. */
  readonly addressMac: Uint8Array;
  /** The address itself, sealed, until its mail is put. */
  readonly address: Uint8Array;
  /** Where the client stands; undefined: in the console. */
  readonly hub: HubId | undefined;
  readonly language: 'it' | 'en';
  readonly challenge: Challenge;
}

export interface WaitingChallenge {
  readonly id: ChallengeId;
  readonly address: Uint8Array;
  readonly hub: HubId | undefined;
  readonly language: 'it' | 'en';
  readonly expiresAtMs: number;
}

/** What the mail of a challenge left behind. */
export interface SentCode {
  readonly codeMac: Uint8Array;
  /** undefined: the address is nobody's, and no code opens anything. */
  readonly person: PersonId | undefined;
}

/** A challenge and the last one asked for with the same address, perhaps itself. */
export interface FoundChallenge {
  readonly challenge: Challenge;
  readonly hub: HubId | undefined;
  readonly last: Challenge & { readonly id: ChallengeId } & Partial<SentCode>;
}

export interface Challenges {
  ask(asked: AskedChallenge): Promise<void>;
  /** Lets one that waits have its code, in one transaction with the mail. @returns false where none waits */
  serveOne(serve: (waiting: WaitingChallenge, within: Statements) => Promise<SentCode>): Promise<boolean>;
  /** One try at a time for each address. @returns undefined for a challenge that there is not */
  enter<Answer>(
    id: ChallengeId,
    decide: (found: FoundChallenge) => { readonly entered: Entered; readonly answer: Answer },
  ): Promise<Answer | undefined>;
  sweep(beforeMs: number): Promise<void>;
  forget(person: PersonId): Promise<void>;
}

/** Nest's name for the port. */
export const CHALLENGES = Symbol('Challenges');
