import type { Measurement } from './measurement.js';
import { featureCosts } from './features/features.measurement.js';
import { growing } from './growth/growth.measurement.js';
import { importing } from './importing/importing.measurement.js';
import { memory } from './memory/memory.measurement.js';
import { rebuilding } from './rebuilding/rebuild.measurement.js';
import { starting } from './starting/starting.measurement.js';
import { becomingVisible } from './visible/visible.measurement.js';

/** All that `npm run bench` measures, in the order of the report. */
export const measurements: readonly Measurement[] = [
  rebuilding,
  becomingVisible,
  importing,
  starting,
  growing,
  memory,
  featureCosts,
];
