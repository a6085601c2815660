import { Command } from '@nestjs/cqrs';
import type { AccountId, BankId, HubId, ImportActor, LocalDate, PersonId, Refusal } from '#kernel';
import type { Newcomer } from '../admit-person/admit-person.command.js';

/** `row` tells the members of one import apart: the same row is the same member at every run. */
export interface MemberRow extends Newcomer {
  readonly row: number;
  readonly hub: HubId;
  readonly since: LocalDate;
  readonly channel: boolean;
}

export interface ImportedMember {
  readonly row: number;
  readonly person: PersonId;
  readonly account: AccountId;
}

/** All members are there, or the first row that was refused: what came before it stays, and a later run goes on from there. */
export type MembersImported =
  | { readonly accepted: true; readonly members: readonly ImportedMember[] }
  | { readonly accepted: false; readonly row: number; readonly refusal: Refusal };

/** Everybody of a file, by an import of an administrator's. */
export class ImportMembersCommand extends Command<MembersImported> {
  constructor(
    readonly bank: BankId,
    readonly rows: readonly MemberRow[],
    readonly actor: ImportActor,
    readonly correlation: string,
    /** Told after each chunk how many members are there. */
    readonly onProgress?: (members: number) => void,
  ) {
    super();
  }
}
