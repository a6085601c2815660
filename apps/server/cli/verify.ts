import { Command } from 'commander';
import { verifyJournals } from './verify-journals.js';
import { withReadModels } from './with-read-models.js';

const program = new Command('npm run verify')
  .description('Replays every journal and compares each balance and statement line with what members see')
  .action(() =>
    withReadModels(async (parts, onProgress) => {
      const { records, entries, accounts, difference } = await verifyJournals({ ...parts, onProgress });
      console.log(`\n${String(records)} records, ${String(entries)} entries, ${String(accounts)} accounts.`);
      console.log(difference === undefined ? 'Everything is as it must be.' : `The first difference: ${difference}`);
      return difference === undefined;
    }),
  );

await program.parseAsync();
