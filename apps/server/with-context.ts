import { pino } from 'pino';
import { Refusal } from '#kernel';
import { createContext, type Context } from './context.js';
import { oneSentence } from './one-sentence.js';
import { settingsFrom } from './settings.js';

/** Runs a program of the command line on the whole application; what stops it is said in one sentence, with exit code 1. */
export async function withContext(work: (context: Context) => Promise<void>): Promise<void> {
  const log = pino({ level: 'warn' }, pino.destination(2));
  try {
    const context = await createContext(settingsFrom(process.env), log);
    try {
      await work(context);
    } finally {
      await context.close();
    }
  } catch (cause) {
    const sentence = cause instanceof Refusal ? `Refused: ${cause.message}` : oneSentence(cause);
    if (sentence === undefined) throw cause;
    console.error(sentence);
    process.exitCode = 1;
  }
}
