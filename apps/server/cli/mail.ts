import 'reflect-metadata';
import { Command } from 'commander';
import type { PostgresOutbox } from '#notifications';
import { withContext } from '../with-context.js';
import { deadLetterLines } from './mail-words.js';

interface MailOptions {
  readonly retry?: string;
}

await new Command('npm run mail --')
  .description('Says how many mails wait, and lists those that were given up: when, of which kind, why. Never whose.')
  .option('--retry <id>', 'try a dead letter again; "all" for all of them')
  .action(({ retry }: MailOptions) =>
    withContext(async ({ parts: { outbox } }) => {
      if (retry !== undefined) await tryAgain(outbox, retry);
      const [{ waiting }, letters] = [await outbox.counts(), await outbox.deadLetters()];
      for (const line of deadLetterLines(waiting, letters)) console.log(line);
    }),
  )
  .parseAsync();

async function tryAgain(outbox: PostgresOutbox, which: string): Promise<void> {
  const ids = which === 'all' ? (await outbox.deadLetters()).map(({ id }) => id) : [which];
  for (const id of ids) {
    if (await outbox.retry(id)) continue;
    console.error(`No dead letter is called "${id}".`);
    process.exitCode = 1;
  }
}
