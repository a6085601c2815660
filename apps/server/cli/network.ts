import 'reflect-metadata';
import { CommandBus } from '@nestjs/cqrs';
import { withContext } from '../with-context.js';
import { networkProgram } from './network-program.js';
import { NetworkSetup } from './network-setup.js';

await networkProgram((work) =>
  withContext(async ({ app, parts }) => {
    const made = await work(new NetworkSetup(app.get(CommandBus), parts.store, parts.codec));
    for (const [what, id] of Object.entries(made)) console.log(`${what} ${id}`);
  }),
).parseAsync();
