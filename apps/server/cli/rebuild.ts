import 'reflect-metadata';
import { Argument, Command } from 'commander';
import { viewsUnder } from '../views.js';
import { rebuildOutcome } from './outcomes.js';
import { withReadModels } from './with-read-models.js';

const anyKey = new Uint8Array(32);
const names = new Argument('[view...]', 'all when left out').choices(viewsUnder(anyKey).map(({ name }) => name));

await new Command('npm run rebuild --')
  .description('Builds the views anew from the store beside those that serve, compares the two and switches.')
  .addArgument(names)
  .option('--accept-differences', 'serve the new version even if it holds something else', false)
  .action((chosen: readonly string[], { acceptDifferences }: { readonly acceptDifferences: boolean }) =>
    withReadModels(async ({ readModels }, onProgress) => {
      const how = { acceptDifferences, onProgress };
      return rebuildOutcome(await readModels.rebuild(chosen.length === 0 ? undefined : chosen, how));
    }),
  )
  .parseAsync();
