import { Command } from '@nestjs/cqrs';
import type { BankId, PersonId, Refusal, StagedImport } from '#kernel';
import type { Answers, OpenFile } from '../../domain/plain-csv/file-reader.js';
import type { PlanReport } from '../../domain/plan/plan-report.js';

export interface FileToImport {
  readonly bank: BankId;
  readonly exchanges: OpenFile;
  /** The optional list of members. */
  readonly members?: OpenFile;
  readonly answers: Answers;
  /** Handle of the hub where a row says none. */
  readonly defaultHub?: string;
}

/** How far an import has come. */
export interface ImportProgress {
  readonly phase: 'members' | 'exchanges';
  readonly done: number;
  readonly total: number;
}

export type ImportOutcome =
  /** What would happen. */
  | { readonly status: 'planned'; readonly report: PlanReport }
  | { readonly status: 'imported'; readonly import: StagedImport; readonly report?: PlanReport }
  /** This very file was imported before: nothing was added. */
  | { readonly status: 'known'; readonly import: StagedImport }
  /** This very file was begun and not finished: committing goes on from there. */
  | { readonly status: 'unfinished'; readonly import: StagedImport }
  /** Something is wrong with the file or with who brings it: nothing was recorded. */
  | { readonly status: 'refused'; readonly refusal: Refusal }
  /** The bank changed after the file was understood; what came before stays, committing again goes on from there. */
  | { readonly status: 'stopped'; readonly import: StagedImport; readonly refusal: Refusal; readonly line?: number };

/** A coordinator brings what another system exported. Without `commit` nothing is written. */
export class ImportFileCommand extends Command<ImportOutcome> {
  constructor(
    readonly file: FileToImport,
    /** An administrator of the bank. */
    readonly administrator: PersonId,
    readonly commit: boolean,
    readonly correlation: string,
    readonly onProgress: (progress: ImportProgress) => void = () => undefined,
  ) {
    super();
  }
}
