import { Command } from 'commander';
import { withReadModels } from './with-read-models.js';

const program = new Command('npm run rebuild --')
  .description('Builds the views anew from the store beside those that serve, compares the two and switches')
  .argument('[view...]', 'names of views; all when left out')
  .option('--accept-differences', 'serve the new version even if it holds something else', false)
  .action((views: readonly string[], { acceptDifferences }: { readonly acceptDifferences: boolean }) =>
    withReadModels(async ({ readModels }, onProgress) => {
      const names = views.length === 0 ? undefined : views;
      const report = await readModels.rebuild(names, { acceptDifferences, onProgress });
      console.log('');
      for (const { view, version, differences } of report.views) {
        console.log(`${view}: version ${String(version)}, ${differences.length === 0 ? 'the same' : 'not the same'}`);
        for (const difference of differences) console.log(`  ${difference}`);
      }
      console.log(report.switched ? 'The new versions serve.' : 'Nothing was switched: --accept-differences does it.');
      return report.switched;
    }),
  );

await program.parseAsync();
