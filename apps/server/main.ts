import 'reflect-metadata';
import { openLog } from './log.js';
import { oneSentence } from './one-sentence.js';
import { startServer, type Server } from './server.js';
import { settingsFrom } from './settings.js';

const log = openLog(process.env['NODE_ENV'] === 'production' ? 'info' : 'warn');

/** Whoever runs the server reads one sentence; the cause is in the log. */
function refuseToStart(trouble: unknown): never {
  const sentence = oneSentence(trouble);
  if (sentence === undefined) log.fatal({ err: trouble }, 'a fault at the start');
  console.error(`Reciproca does not start: ${sentence ?? 'the reason is in the log above.'}`);
  process.exit(1);
}

function stopInOrder(server: Server): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server.close().then(
        () => process.exit(0),
        (err: unknown) => {
          log.error({ err }, 'the server could not stop in order');
          process.exit(1);
        },
      );
    });
  }
}

try {
  const server = await startServer(settingsFrom(process.env), log);
  log.info({ url: server.url }, 'serving');
  stopInOrder(server);
} catch (trouble) {
  refuseToStart(trouble);
}
