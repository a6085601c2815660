import type { Measurement } from './measurement.js';

/** All that `npm run bench` measures, in the order of the report. */
export const measurements: readonly Measurement[] = [];
