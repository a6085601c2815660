import { MaxLength } from 'class-validator';

/** What a provider's sign-in brought back to the page, and what the page kept since before. */
export class HandoverInput {
  @MaxLength(100)
  readonly code!: string;

  @MaxLength(200)
  readonly verifier!: string;
}
