export {
  ImportFileCommand,
  type FileToImport,
  type ImportOutcome,
  type ImportProgress,
} from './commands/import-file/import-file.command.js';
export { IMPORT_STAGING } from './commands/import-file/import-ports.js';
export { FileRefused } from './domain/plain-csv/file-refused.js';
export type { Answers, OpenFile } from './domain/plain-csv/file-reader.js';
export { sayProblem, type Language } from './domain/plain-csv/problem.messages.js';
export { problemsShownMax } from './domain/plan/problems.js';
export { categoryCode } from './domain/plan/category.js';
export type { PlanReport } from './domain/plan/plan-report.js';
export { ImportingModule } from './importing.module.js';
export { PostgresStaging } from './stores/staging/postgres-staging.js';
export { stagingMigrations } from './stores/staging/staging.migration.js';
