import { pino, type Logger } from 'pino';
import { Refusal } from '#kernel';
import type { OtherStore } from '#read-model';
import { createContext, type Context } from './context.js';
import { oneSentence } from './one-sentence.js';
import { settingsFrom } from './settings.js';

/** Runs a program of the command line on the whole application; what stops it is said in one sentence, with exit code 1. */
export async function withContext(work: (context: Context) => Promise<void>, otherStore?: OtherStore): Promise<void> {
  await inOneSentence(async () => {
    const context = await createContext(settingsFrom(process.env), commandLog(), otherStore);
    try {
      await work(context);
    } finally {
      await context.close();
    }
  });
}

/** What a program of the command line has to say besides its outcome. */
export function commandLog(): Logger {
  return pino({ level: 'warn' }, pino.destination(2));
}

/** What stops a program is said in one sentence, with exit code 1; a fault shows itself whole. */
export async function inOneSentence(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const sentence = cause instanceof Refusal ? `Refused: ${cause.message}` : oneSentence(cause);
    if (sentence === undefined) throw cause;
    console.error(sentence);
    process.exitCode = 1;
  }
}
