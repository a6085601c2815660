import type { HubId, StagedExchange, StagingArea } from '#kernel';
import { FileRefused } from '../../domain/plain-csv/file-refused.js';
import type { ExchangeFile, FileReader } from '../../domain/plain-csv/file-reader.js';
import { placeOf } from '../../domain/plain-csv/header.js';
import { problem } from '../../domain/plain-csv/problem.js';
import type { BankFacts } from '../../domain/plan/bank-facts.js';
import { ImportPlan } from '../../domain/plan/import-plan.js';
import { reportOf, type PlanReport } from '../../domain/plan/plan-report.js';
import { Problems } from '../../domain/plan/problems.js';
import type { FileToImport } from './import-file.command.js';

/** Exchanges written to staging at once, while the next are read. */
const batchSize = 2_000;

/** Understands the whole file against the bank, writing it down on the way. @throws FileRefused with all that is wrong */
export async function planInto(
  area: StagingArea,
  reader: FileReader,
  looked: { readonly file: FileToImport; readonly exchanges: ExchangeFile; readonly bank: BankFacts },
): Promise<PlanReport> {
  const { file, exchanges, bank } = looked;
  const { header } = exchanges.layout;
  const plan = new ImportPlan({
    bank,
    defaultHub: defaultHubOf(file, bank),
    placeOf: (line, column) => placeOf(header, line, column),
  });
  const problems = new Problems();

  if (file.members) {
    for await (const row of reader.members(file.members, file.answers))
      problems.add('line' in row ? plan.list(row) : row);
  }
  let batch: StagedExchange[] = [];
  let writing = Promise.resolve();
  for await (const row of exchanges.rows()) {
    const planned = 'line' in row ? plan.take(row) : row;
    if (!('line' in planned)) problems.add(planned);
    else if (problems.count === 0) batch.push(planned);
    if (batch.length < batchSize) continue;
    await writing;
    writing = area.exchanges(batch);
    writing.catch(() => undefined); // thrown where it is awaited
    batch = [];
  }
  await writing;
  if (problems.count > 0) throw new FileRefused(problems.first, problems.count);
  await area.exchanges(batch);
  await area.parties(plan.staged());
  return reportOf(plan, bank);
}

/** For a look at what would happen. */
export const nowhere: StagingArea = { exchanges: () => Promise.resolve(), parties: () => Promise.resolve() };

/** The one that was named, or the only one there is. */
function defaultHubOf({ defaultHub }: FileToImport, { hubs }: BankFacts): HubId | undefined {
  if (defaultHub === undefined) return hubs.length === 1 ? hubs[0]?.hub : undefined;
  const named = hubs.find(({ handle }) => handle === defaultHub);
  if (named) return named.hub;
  const known = hubs.map(({ handle }) => handle).join(', ');
  throw new FileRefused([problem('HUB_UNKNOWN', {}, { text: defaultHub, known })]);
}
