import { pino, type DestinationStream, type Level, type Logger } from 'pino';

/** What may hold a token, a name or words of somebody's: left out wherever it stands in what is logged. */
const personal = ['authorization', 'headers', 'variables', 'body', 'parameters', 'detail', 'where'];
const depths = ['', '*.', '*.*.'];

/** The server's log: JSON lines without anybody's words in them. */
export function openLog(level: Level, destination: DestinationStream = pino.destination(1)): Logger {
  const paths = depths.flatMap((depth) => personal.map((name) => `${depth}${name}`));
  return pino({ level, redact: { paths, remove: true } }, destination);
}
