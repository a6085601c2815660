import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Refusal, type ImportId, type ImportStaging } from '#kernel';
import type { FileReader } from '../../domain/plain-csv/file-reader.js';
import type { PlanReport } from '../../domain/plan/plan-report.js';
import { BankBook } from './bank-book.js';
import { ImportFileCommand, type ImportOutcome } from './import-file.command.js';
import { ImportIds } from './import-ids.js';
import { FILE_READER, IMPORT_STAGING } from './import-ports.js';
import { nowhere, planInto } from './planning.js';
import { RollForward } from './roll-forward.js';

@CommandHandler(ImportFileCommand)
export class ImportFileHandler implements ICommandHandler<ImportFileCommand> {
  constructor(
    private readonly book: BankBook,
    private readonly ids: ImportIds,
    private readonly rollForward: RollForward,
    @Inject(FILE_READER) private readonly reader: FileReader,
    @Inject(IMPORT_STAGING) private readonly staging: ImportStaging,
  ) {}

  /** Understood whole, written down whole, then recorded step by step. */
  async execute(command: ImportFileCommand): Promise<ImportOutcome> {
    try {
      return await this.import(command);
    } catch (error) {
      if (error instanceof Refusal) return { status: 'refused', refusal: error };
      throw error;
    }
  }

  private async import(command: ImportFileCommand): Promise<ImportOutcome> {
    const { file, administrator, commit } = command;
    const bank = await this.book.facts(file.bank, administrator);
    const exchanges = await this.reader.exchanges(file.exchanges, file.answers);
    const id = await this.ids.of(file.bank, exchanges.digest);
    const found = await this.staging.find(id);
    if (found?.status === 'done') return { status: 'known', import: found };
    if (found) return commit ? this.roll(command, id) : { status: 'unfinished', import: found };

    const looked = { file, exchanges, bank };
    if (!commit) return { status: 'planned', report: await planInto(nowhere, this.reader, looked) };
    let report: PlanReport | undefined;
    await this.staging.stage(id, { bank: file.bank, person: administrator }, async (area) => {
      report = await planInto(area, this.reader, looked);
      return report;
    });
    return this.roll(command, id, report);
  }

  private async roll(command: ImportFileCommand, id: ImportId, report?: PlanReport): Promise<ImportOutcome> {
    const staged = await this.staging.find(id);
    if (!staged) throw new Error('an import left staging while it was under way');
    const { correlation, onProgress } = command;
    const obstacle = await this.rollForward.run({ staged, correlation, onProgress });
    if (obstacle) return { status: 'stopped', import: staged, ...obstacle };
    return { status: 'imported', import: staged, ...(report ? { report } : {}) };
  }
}
