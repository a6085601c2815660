import { givenFor, type Happened } from '#testing';
import { journal } from '../journal.definition.js';
import type { JournalEvent } from '../journal.events.js';
import { bankOpened, admitted, granted, hubServed } from './past.js';
import { bankStream, carla, dina, lucia, piero } from './people.js';

export const given = givenFor(journal, bankStream);

export type Past = readonly Happened<JournalEvent>[];

/** A bank with one hub, three members, an administrator (Ada) and a coordinator (Dina). */
export function bankOf(...rules: Parameters<typeof bankOpened>): Past {
  return [
    bankOpened(...rules),
    hubServed(),
    admitted(carla),
    admitted(lucia),
    admitted(piero),
    granted(dina, 'coordinator'),
  ];
}
