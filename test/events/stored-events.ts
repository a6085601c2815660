import { networkEventVersions, networkUpcasters } from '#hubs';
import { journalEventVersions } from '#ledger';
import { personEventVersions, personUpcasters } from '#membership';
import type { Upcaster } from '#event-store';

/** Every union of events that is stored. A new one adds its line here. */
export const storedUnions = [
  { file: 'libs/ledger/domain/journal/journal.events.ts', union: 'JournalEvent', versions: journalEventVersions },
  { file: 'libs/membership/domain/person/person.events.ts', union: 'PersonEvent', versions: personEventVersions },
  { file: 'libs/hubs/domain/network/network.events.ts', union: 'NetworkEvent', versions: networkEventVersions },
];

/** All upcasters there are, as the application puts them together. */
export const storedUpcasters: readonly Upcaster[] = [...networkUpcasters, ...personUpcasters];
