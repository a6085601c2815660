import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { Command, InvalidArgumentError } from 'commander';
import { isUuid } from '#kernel';
import type { Context } from '../context.js';
import { demoPeople } from '../demo/demo-people.js';
import { loadDemo } from '../demo/load-demo.js';
import { withContext } from '../with-context.js';
import { caughtUp } from './caught-up.js';
import { linesOf } from './import-words.js';
import { ProgressBar } from './progress-bar.js';

function uuid(text: string): string {
  if (isUuid(text)) return text;
  throw new InvalidArgumentError('a UUID.');
}

async function load({ app, parts }: Context, id: string | undefined): Promise<void> {
  const bar = new ProgressBar('en');
  try {
    const origin = id ?? (await parts.store.storeId());
    const hubPages = `http://localhost:${process.env['PORT'] ?? '4000'}`;
    const ports = { commands: app.get(CommandBus), ...parts, origin, hubPages };
    const correlation = randomUUID();
    const demo = await loadDemo(ports, { correlation, caughtUp: () => caughtUp(parts), onProgress: bar.show });
    bar.stop();
    for (const line of linesOf(demo.outcome, 'en')) console.log(line);
    console.log('Who is who. npm run token -- --as "<name>" makes a token for one of them:');
    for (const { who, name, part, person } of await demoPeople(ports, demo.bank)) {
      console.log(`  ${who.padEnd(30)} ${name}, ${part} (${person})`);
    }
  } finally {
    bar.stop();
  }
}

await new Command('demo')
  .description('Loads the demonstration bank, with invented people. A second time nothing is added.')
  .option('--id <uuid>', 'from which all its ids follow; another opens another bank', uuid)
  .action(({ id }: { readonly id?: string }) => withContext((context) => load(context, id), 'build anew'))
  .parseAsync();
