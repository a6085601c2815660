import { isDocumentNumber, isUuid, type Facts, type HubId } from '#kernel';
import { HubNotServed } from './bank.errors.js';
import type { BankRules } from './bank.rules.js';
import { CodeInvalid, PaperNumberInvalid, UnknownCategory, UnknownStrand } from './exchange.errors.js';
import type { LogExchange } from './exchange.commands.js';
import type { ReadonlyJournal } from './journal.state.js';

const codePattern = /^[a-z][a-z0-9-]{0,39}$/;

export function isCode(text: string): boolean {
  return codePattern.test(text);
}

/** @throws HubNotServed */
export function requireServed(journal: ReadonlyJournal, hub: HubId, place: Facts = {}): void {
  if (!journal.hubs.has(hub)) throw new HubNotServed({ ...place, hub });
}

/** @throws UnknownCategory */
export function requireCategory(rules: BankRules, category: string | undefined, place: Facts = {}): void {
  if (category !== undefined && !rules.categories.includes(category)) throw new UnknownCategory(place);
}

/** @throws UnknownStrand */
export function requireStrand(rules: BankRules, strand: string | undefined): void {
  if (strand !== undefined && !rules.strands.includes(strand)) throw new UnknownStrand();
}

/** Desk, offer and request point at something by a code or an id. @throws CodeInvalid naming the field */
export function requireCodes({ desk, offer, request }: LogExchange['input']): void {
  if (desk !== undefined && !isCode(desk)) throw new CodeInvalid('desk');
  if (offer !== undefined && !isUuid(offer)) throw new CodeInvalid('offer');
  if (request !== undefined && !isUuid(request)) throw new CodeInvalid('request');
}

/** @throws PaperNumberInvalid */
export function requirePaperNumber(number: string): void {
  if (!isDocumentNumber(number)) throw new PaperNumberInvalid();
}
