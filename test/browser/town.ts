import { openHub, type Hub } from './hub.js';

/** A bank as people have one. All of them are invented. @param mailboxes what follows the @ of its members: of no other bank in a run */
export function openTown(mailboxes: string): Promise<Hub> {
  const limits = { floor: { kind: 'SOFT', minutes: -600 }, ceiling: { kind: 'NONE' } };
  const called = { bank: 'Banca del tempo di Settimo', hub: 'OpCafé Settimo', mailboxes };
  return openHub('opcafe', { ...limits, categories: ['cucina', 'stiro'] }, called);
}
