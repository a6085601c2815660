import { atOnce, type Measured } from '../load/at-once.js';

/** A peer without HTTP: told how long and over how many connections, it works and says what it did. */
export interface RunnerWork {
  /** Before the clock starts. */
  ready?(connections: number): Promise<void>;
  once(place: number): Promise<void>;
  close(): Promise<void>;
}

export interface RunOrder {
  readonly connections: number;
  readonly seconds: number;
}

export type RunReport = { readonly measured: Measured } | { readonly trouble: string };

export function answerRuns(work: RunnerWork): void {
  process.on('message', (order: RunOrder) => {
    void follow(work, order).then((report) => process.send?.(report));
  });
  process.once('SIGTERM', () => {
    void work.close().then(() => process.exit(0));
  });
  process.send?.('ready');
}

async function follow(work: RunnerWork, { connections, seconds }: RunOrder): Promise<RunReport> {
  try {
    await work.ready?.(connections);
    return { measured: await atOnce(connections, seconds, (place) => work.once(place)) };
  } catch (cause) {
    return { trouble: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
  }
}
