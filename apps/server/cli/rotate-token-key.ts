import 'reflect-metadata';
import { Command } from 'commander';
import { openTokenKeys, rotateKeyFile } from '#identity';
import { settingsFrom } from '../settings.js';
import { inOneSentence } from '../with-context.js';

interface RotateOptions {
  readonly dropOlder?: true;
}

/** By then every server has read the file again, also one that sees it with a delay. */
const leadMs = 120_000;
/** The longest life that `npm run token` gives. */
const tokenMsMax = 30 * 86_400_000;

async function rotate({ dropOlder }: RotateOptions): Promise<void> {
  const { tokenKeyFile } = settingsFrom(process.env);
  const nowMs = Date.now();
  await openTokenKeys(tokenKeyFile);
  const signsFromMs = dropOlder ? nowMs : nowMs + leadMs;
  const checksUntilMs = dropOlder ? nowMs : signsFromMs + tokenMsMax;
  const id = await rotateKeyFile(tokenKeyFile, { nowMs, signsFromMs, checksUntilMs });
  const until = new Date(checksUntilMs).toISOString();
  console.log(`Key ${id} signs from ${new Date(signsFromMs).toISOString()}.`);
  console.log(dropOlder ? 'What older keys signed is good no longer.' : `Older keys check until ${until}.`);
}

await new Command('npm run rotate-token-key --')
  .description('Adds a key that will sign tokens. Servers go on without a restart, and no request fails.')
  .option('--drop-older', 'the older keys were stolen: what they signed is good no longer, from now on')
  .action((options: RotateOptions) => inOneSentence(() => rotate(options)))
  .parseAsync();
