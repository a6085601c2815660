import type { LogForm } from '../plain/log-form.js';

/** A registration that waits on this device, as its author reads it. */
export interface PlainEntry {
  readonly id: string;
  readonly form: LogForm;
  readonly minutes: number;
  readonly hub: string;
  readonly writtenAt: string;
  /** Why the bank did not take it. */
  readonly refusal?: string | undefined;
}
