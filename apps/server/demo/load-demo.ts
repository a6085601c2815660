import { ImportFileCommand, type ImportOutcome, type ImportProgress } from '#importing';
import { giveAddresses } from './demo-addresses.js';
import { playDemo } from './demo-claims.js';
import { demoFiles } from './demo-files.js';
import { demoHistory, demoSeed } from './demo-history.js';
import { openDemo, type OpenedDemo } from './demo-opening.js';
import type { DemoPorts } from './demo-ports.js';

export interface LoadedDemo extends OpenedDemo {
  readonly outcome: ImportOutcome;
}

/** The demonstration bank, through ordinary commands and the import command's own: loading it twice adds nothing. */
export async function loadDemo(
  ports: DemoPorts,
  how: {
    readonly correlation: string;
    /** Resolves once the views hold all that was recorded: an import looks its bank up there. */
    readonly caughtUp: () => Promise<void>;
    readonly onProgress?: (progress: ImportProgress) => void;
  },
): Promise<LoadedDemo> {
  const demo = await openDemo(ports, how.correlation);
  await how.caughtUp();
  const files = demoFiles(demoHistory(demoSeed));
  const outcome = await ports.commands.execute(
    new ImportFileCommand(
      { bank: demo.bank, exchanges: opening(files.exchanges), members: opening(files.members), answers: {} },
      demo.administrator,
      true,
      how.correlation,
      how.onProgress,
    ),
  );
  if (outcome.status !== 'imported' && outcome.status !== 'known') {
    const why = 'refusal' in outcome ? outcome.refusal.message : outcome.status;
    throw new Error(`the demonstration was not imported: ${why}`, { cause: outcome });
  }
  await playDemo(ports, demo, how.correlation);
  await giveAddresses(ports, demo.bank, how.correlation);
  return { ...demo, outcome };
}

function opening(text: string): () => AsyncIterable<Uint8Array> {
  return async function* () {
    yield await Promise.resolve(Buffer.from(text));
  };
}
