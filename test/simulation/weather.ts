import type { Faults } from '#event-store';
import type { Chance } from '../holding/seed.js';
import type { Surroundings } from './simulated-process.js';

export type Weather = Pick<Surroundings, 'faults' | 'tablesLost'>;

export const mildness: Weather = { faults: {}, tablesLost: 0 };

/** From a fine day to a day on which every third thing goes wrong. */
export function weatherOf(luck: Chance): Weather {
  const share = (most: number) => luck.between(0, most) / 100;
  const faults: Faults = {
    unavailable: share(8),
    requestLost: share(10),
    straggling: share(10),
    answerLost: share(15),
    twice: share(15),
    late: share(40),
    redelivered: share(25),
  };
  return { faults, tablesLost: share(10) };
}
