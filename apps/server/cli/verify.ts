import 'reflect-metadata';
import { Command } from 'commander';
import { verificationOutcome } from './outcomes.js';
import { verifyJournals } from './verify-journals.js';
import { withReadModels } from './with-read-models.js';

await new Command('npm run verify')
  .description(
    'Replays every stream and compares each balance and statement line with what members see. Exit code 1, and the first difference, when something is not as it must be.',
  )
  .action(() =>
    withReadModels(async (parts, onProgress) => verificationOutcome(await verifyJournals({ ...parts, onProgress }))),
  )
  .parseAsync();
