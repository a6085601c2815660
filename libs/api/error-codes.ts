import type { Message } from '#kernel';
import { kernelMessages } from './kernel.messages.js';

const words = new Map<string, Message>();
/** The words of every code that was declared. */
export const errorWords: ReadonlyMap<string, Message> = words;

/** Every code that a refusal may have, as the schema's enum. Filled by each context before the schema is built. */
export const ErrorCode: Record<string, string> = {};

/** A context gives its refusals their words. */
export function declareErrors(messages: Readonly<Record<string, Message>>): void {
  for (const [code, message] of Object.entries(messages)) {
    words.set(code, message);
    ErrorCode[code] = code;
  }
}

/** @throws when a code was declared by nobody */
export function wordsOf(code: string): Message {
  const message = words.get(code);
  if (!message) throw new Error(`no words for ${code}`);
  return message;
}

declareErrors(kernelMessages);
