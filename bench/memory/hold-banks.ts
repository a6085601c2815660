import 'reflect-metadata';
import { pino } from 'pino';
import { streamOf, type BankId, type PersonId } from '#kernel';
import { journal } from '#ledger';
import { person } from '#membership';
import { createContext } from '../../apps/server/context.js';
import { townSettings } from '../town.js';
import type { Held, Holding } from './holding.js';

/** `node --expose-gc hold-banks.js <Holding as JSON>`: opens banks, then persons, and says what is held meanwhile. */
const { databaseUrl, dataFolder, banks, persons, personsAtOnce } = JSON.parse(process.argv[2] ?? '{}') as Holding;

function held(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const context = await createContext(
  townSettings(databaseUrl, dataFolder),
  pino({ level: 'warn' }, pino.destination(2)),
);
const { writers } = context.parts;
const openBank = (bank: BankId) => writers.look(journal, streamOf('journal', bank), () => undefined);
const openPerson = (id: PersonId) => writers.look(person, streamOf('person', id), () => undefined);

for (const [first] of banks) if (first) await openBank(first);
const answer: { banks: Held[][]; persons: Held[] } = { banks: [], persons: [] };
for (const alike of banks) {
  const [, ...others] = alike;
  const steps: Held[] = [{ opened: 0, bytes: held() }];
  for (const [place, bank] of others.entries()) {
    await openBank(bank);
    if ((place + 1) % 5 === 0 || place + 1 === others.length) steps.push({ opened: place + 1, bytes: held() });
  }
  answer.banks.push(steps);
}
answer.persons.push({ opened: 0, bytes: held() });
for (let from = 0; from < persons.length; from += personsAtOnce) {
  await Promise.all(persons.slice(from, from + personsAtOnce).map(openPerson));
  answer.persons.push({ opened: Math.min(from + personsAtOnce, persons.length), bytes: held() });
}
console.log(JSON.stringify(answer));
await context.close();
