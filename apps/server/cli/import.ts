import { createReadStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Command, Option } from 'commander';
import type { Language } from '#api';
import { ImportFileCommand, type Answers, type ImportOutcome } from '#importing';
import { inPerson, type PersonId } from '#kernel';
import { MyBanksQuery } from '#ledger';
import type { Context } from '../context.js';
import { withContext } from '../with-context.js';
import { administratorOf } from './administrator-of.js';
import { caughtUp } from './caught-up.js';
import { linesOf } from './import-words.js';
import { id } from './network-options.js';
import { ProgressBar } from './progress-bar.js';

interface ImportOptions {
  readonly bank: string;
  readonly as?: PersonId;
  readonly members?: string;
  readonly hub?: string;
  readonly unit?: NonNullable<Answers['unit']>;
  readonly dateOrder?: NonNullable<Answers['dateOrder']>;
  readonly commit?: true;
  readonly language: Language;
}

const program = new Command('npm run import --')
  .description('Brings in the exchanges of a spreadsheet. Without --commit it only says what would happen.')
  .argument('<file.csv>', 'date, provider, receiver, duration; category, description and hub where there are any')
  .requiredOption('--bank <handle>', 'the bank')
  .addOption(
    new Option('--as <person>', 'the administrator who does it; left out, the one longest in office').argParser(id),
  )
  .option('--members <file.csv>', 'also admit these members: name, hub, since')
  .option('--hub <handle>', 'where a row says no hub')
  .addOption(new Option('--unit <unit>', 'of durations like 90').choices(['hours', 'minutes']))
  .addOption(new Option('--date-order <order>', 'of dates like 03/04/2018').choices(['dmy', 'mdy']))
  .option('--commit', 'import what was looked at')
  .addOption(new Option('--language <language>', 'of the report').choices(['it', 'en']).default('it'))
  .action(async (file: string, options: ImportOptions) => {
    for (const path of [file, options.members]) if (path !== undefined) await requireFile(path);
    await withContext(async (context) => {
      const outcome = await importInto(context, file, options);
      if (!outcome) console.error(`No bank '${options.bank}' has that administrator: see --bank and --as.`);
      else for (const line of linesOf(outcome, options.language)) console.log(line);
      if (!outcome || outcome.status === 'refused' || outcome.status === 'stopped') process.exitCode = 1;
    });
  });

async function importInto(
  { app, parts }: Context,
  file: string,
  options: ImportOptions,
): Promise<ImportOutcome | undefined> {
  const { bank: handle, members, hub, unit, dateOrder, commit = false, language } = options;
  await caughtUp(parts);
  const administrator = options.as ?? (await administratorOf(parts.readModels, handle));
  if (!administrator) return undefined;
  const banks = await app.get(QueryBus).execute(new MyBanksQuery(inPerson(administrator)));
  const bank = banks.find((one) => one.handle === handle);
  if (!bank) return undefined;
  const toImport = {
    bank: bank.bankId,
    exchanges: () => createReadStream(file),
    ...(members !== undefined && { members: () => createReadStream(members) }),
    answers: { ...(unit && { unit }), ...(dateOrder && { dateOrder }) },
    ...(hub !== undefined && { defaultHub: hub }),
  };
  const bar = new ProgressBar(language);
  const command = new ImportFileCommand(toImport, administrator, commit, randomUUID(), bar.show);
  return app
    .get(CommandBus)
    .execute(command)
    .finally(() => {
      bar.stop();
    });
}

async function requireFile(path: string): Promise<void> {
  await access(path).catch(() => program.error(`error: there is no file '${path}' that can be read`));
}

await program.parseAsync();
