import type { Measurement } from './measurement.js';
import { growing } from './growth/growth.measurement.js';
import { rebuilding } from './rebuilding/rebuild.measurement.js';
import { starting } from './starting/starting.measurement.js';

/** All that `npm run bench` measures, in the order of the report. */
export const measurements: readonly Measurement[] = [rebuilding, starting, growing];
