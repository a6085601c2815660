import 'reflect-metadata';
import { Command, InvalidArgumentError } from 'commander';
import { OutcomeUnknown, StoreUnavailable, type Clock, type EventStore } from '#kernel';
import { whileNobodyServes } from '#read-model';
import { openEventStore } from '../chosen-store.js';
import { oneSentence } from '../one-sentence.js';
import { openParts } from '../parts.js';
import { settingsFrom, type Settings } from '../settings.js';
import { commandLog, inOneSentence } from '../with-context.js';
import { MoveRefused, moveStore, type Moved } from './store-move.js';
import { showing } from './with-read-models.js';

/** Short for the PostgreSQL that keeps the keys and the views. */
const own = 'postgres://';

function address(text: string): string {
  if (/^(esdb(\+discover)?|postgres(ql)?):\/\//.test(text)) return text;
  throw new InvalidArgumentError('esdb://… or postgres://…');
}

/** @throws MoveRefused saying what is wrong with the address */
async function openTarget(to: string, settings: Settings, clock: Clock): Promise<EventStore> {
  try {
    return await openEventStore(to, clock, settings, '--to');
  } catch (cause) {
    const sentence = oneSentence(cause, '--to');
    throw sentence === undefined ? cause : new MoveRefused(`The target does not open: ${sentence}`);
  }
}

async function move(to: string, settings: Settings): Promise<Moved> {
  const parts = await openParts(settings, commandLog());
  try {
    const target = await openTarget(to, settings, parts.clock);
    try {
      return await moveStore({ ...parts, source: parts.store, target, showing });
    } finally {
      await target.close();
    }
  } catch (cause) {
    if (!(cause instanceof StoreUnavailable || cause instanceof OutcomeUnknown)) throw cause;
    throw new MoveRefused('A store was lost on the way: run the same again, it goes on where it stopped.', { cause });
  } finally {
    await parts.close();
  }
}

function tell(to: string, { records, bytes, streams, journals }: Moved, settings: Settings): void {
  const size = (bytes / 1_000_000).toFixed(1);
  console.log(
    `${String(records)} records (${size} MB) of ${String(streams)} streams were copied and read back: all are the same.`,
  );
  console.log(
    `The journals of ${String(journals)} banks go on in the target. What still writes to the store they left is refused.`,
  );
  const set = to === settings.databaseUrl ? 'unset EVENT_STORE_URL' : `set EVENT_STORE_URL=${withoutPassword(to)}`;
  console.log(`Now ${set}, for the server and for every command, and start the server: it builds the views anew.`);
}

function withoutPassword(url: string): string {
  return url.replace(/(?<=:\/\/[^:@/]+:)[^@/]+(?=@)/, '…');
}

await new Command('npm run move-store --')
  .description(
    'Moves the books to another event store, byte for byte, with the server stopped. Keys and views stay where they are. Interrupted, it is run again and goes on.',
  )
  .requiredOption('--to <address>', `esdb://… or postgres://…; ${own} alone is the one that keeps the keys`, address)
  .action((options: { readonly to: string }) =>
    inOneSentence(async () => {
      const settings = settingsFrom(process.env);
      const to = options.to === own ? settings.databaseUrl : options.to;
      tell(to, await whileNobodyServes(settings.databaseUrl, () => move(to, settings)), settings);
    }),
  )
  .parseAsync();
