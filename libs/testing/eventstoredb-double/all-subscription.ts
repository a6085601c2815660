import type { EventFilter, LogPlace } from './all-page.js';

export interface AllSubscription {
  /** The event at this place is the last the reader has seen. */
  readonly after: LogPlace;
  readonly filter: EventFilter;
  /** How many events are looked at for one page. */
  readonly window: number;
  /** A checkpoint each time so many events were looked at; 0 for none. */
  readonly checkpointInterval: number;
}
