import { featureCosts } from './features/features.measurement.js';
import { growing } from './growth/growth.measurement.js';
import { importing } from './importing/importing.measurement.js';
import type { Measurement } from './measurement.js';
import { memory } from './memory/memory.measurement.js';
import { rebuilding } from './rebuilding/rebuild.measurement.js';
import { starting } from './starting/starting.measurement.js';
import { becomingVisible } from './visible/visible.measurement.js';
import { w1InManyBanks } from './workloads/banks.js';
import { w1 } from './workloads/w1.js';
import { w1b } from './workloads/w1b.js';
import { w1h } from './workloads/w1h.js';
import { w1r } from './workloads/w1r.js';
import { w2 } from './workloads/w2.js';
import { w3 } from './workloads/w3.js';

const requests = [w1, w1h, w1b, w1r, w1InManyBanks, w2, w3];
const wholeStores = [rebuilding, becomingVisible, importing, starting, growing, memory, featureCosts];

/** All that `npm run bench` measures, in the order of the report. */
export const measurements: readonly Measurement[] = [...requests, ...wholeStores];
