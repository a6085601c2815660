import { setTimeout as pause } from 'node:timers/promises';
import type { QueryBus } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import { ActingPersonsQuery } from '#ledger';
import { ExchangeLetters, ExchangeLooks, ExchangeMails } from '#notifications';
import type { Parts } from '../parts.js';

/** Follows the journals and puts mails for whoever is concerned, while the server runs. */
export function followJournals(queries: QueryBus, parts: Parts, log: Logger, signal: AbortSignal): Promise<void> {
  const { store, codec, journalMark: mark, contacts, outbox, clock, readModels } = parts;
  const mails = new ExchangeMails({
    store,
    codec,
    mark,
    contacts,
    outbox,
    clock,
    visible: (position) => readModels.waitFor(position),
    acting: (accounts) => queries.execute(new ActingPersonsQuery(accounts)),
    onTrouble: (err) => {
      log.warn({ err }, 'mails about exchanges wait to be put');
    },
    pause: (ms) => pause(ms, undefined, { signal }).catch(() => undefined),
  });
  return mails.run(signal);
}

/** @param publicUrl where the links of mails lead */
export function exchangeLetters(queries: QueryBus, parts: Parts, publicUrl: string): ExchangeLetters {
  const { mailLinks: links, unwantedMails: unwanted } = parts;
  return new ExchangeLetters({ looks: new ExchangeLooks(queries), links, unwanted, publicUrl });
}
