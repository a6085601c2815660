import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { Command } from 'commander';
import { pino } from 'pino';
import { createContext } from '../context.js';
import { demoPeople } from '../demo/demo-people.js';
import { loadDemo } from '../demo/load-demo.js';
import { settingsFrom } from '../settings.js';
import { caughtUp } from './caught-up.js';
import { linesOf } from './import-words.js';
import { ProgressBar } from './progress-bar.js';

await new Command('demo')
  .description('Loads the demonstration bank, with invented people. A second time nothing is added.')
  .action(async () => {
    const context = await createContext(settingsFrom(process.env), pino({ level: 'warn' }, pino.destination(2)));
    const bar = new ProgressBar('en');
    try {
      const { parts } = context;
      const ports = { commands: context.app.get(CommandBus), ...parts };
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
      await context.close();
    }
  })
  .parseAsync();
