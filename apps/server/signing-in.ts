import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { CodeMailsProcess, SweepingProcess, type BankOfPerson } from '#identity';
import type { Parts } from './parts.js';

/** What goes on behind sign-ins while the server runs: codes get their mails, what is over is taken away. */
export async function runSigningIn(parts: Parts, banks: BankOfPerson, log: Logger, signal: AbortSignal): Promise<void> {
  const { clock, contacts, outbox, identity } = parts;
  const { challenges, printedCodes, sessionStore, secrets, askedOnce } = identity;
  const onTrouble = (err: Error): void => {
    log.warn({ err }, 'something behind sign-ins will be tried again');
  };
  const watch = { clock, onTrouble, pause: (ms: number) => pause(ms, undefined, { signal }).catch(() => undefined) };
  const bankOf: BankOfPerson['at'] = (person, hub) => banks.at(person, hub);
  const mails = new CodeMailsProcess({ challenges, secrets, contacts, outbox, bankOf, ...watch });
  const sweeping = new SweepingProcess({ stores: [challenges, printedCodes, sessionStore, askedOnce], ...watch });
  await Promise.all([mails.run(signal), sweeping.run(signal)]);
}
