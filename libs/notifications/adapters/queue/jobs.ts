import type { Logger, Runner } from 'graphile-worker';
import type { Pool } from 'pg';

/** What the outside hears of trouble; pino's shape. */
export interface JobLog {
  warn(facts: object, message: string): void;
  debug(facts: object, message: string): void;
}

export interface Jobs {
  /** With the login that owns the outbox and the jobs; whoever hands it over ends it. */
  readonly pool: Pool;
  /** One try. What it throws is tried again later. */
  readonly deliver: (id: string, isLastTry: boolean, signal: AbortSignal) => Promise<void>;
  readonly log: JobLog;
}

const atOnce = 4;
const pollMs = 5_000;
/** A mail that is being sent may end by itself so long; then it is given up. */
const endingMs = 3_000;
/** Where even that does not end it. */
const givenUpMs = 6_000;

/** Nobody else works: every lock is of one who died. Every mail that waits has a job afterwards. */
export async function prepareJobs({ pool, log }: Jobs): Promise<void> {
  const { runMigrations } = await import('graphile-worker');
  await runMigrations({ pgPool: pool, logger: await loggerOf(log) });
  await pool.query(`select graphile_worker.force_unlock_workers(
    array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))`);
  await tidy(pool);
  await pool.query(`select notifications.send_later(id) from notifications.mail where status = 'waiting'`);
}

/** That there was a mail, and what was given up, is forgotten after thirty days. */
async function tidy(pool: Pool): Promise<void> {
  await pool.query(`delete from notifications.mail where ended_at < now() - interval '30 days'`);
}

/** Works until `over` is aborted or the runner stops by itself. */
export async function runJobs({ pool, deliver, log }: Jobs, over: AbortSignal): Promise<void> {
  const { parseCronItems, run } = await import('graphile-worker');
  const runner = await run({
    pgPool: pool,
    concurrency: atOnce,
    pollInterval: pollMs,
    gracefulShutdownAbortTimeout: endingMs,
    noHandleSignals: true,
    logger: await loggerOf(log),
    parsedCronItems: parseCronItems([{ task: 'tidy-mail', match: '0 3 * * *' }]),
    taskList: {
      'tidy-mail': () => tidy(pool),
      'send-mail': (payload, { job, abortSignal }) =>
        deliver(idIn(payload), job.attempts >= job.max_attempts, abortSignal),
    },
  });
  await Promise.race([aborted(over), runner.promise]);
  await Promise.race([stopped(runner), after(givenUpMs)]);
}

function idIn(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null || !('id' in payload))
    throw new TypeError('a job names its mail');
  return String(payload.id);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

/** It may have stopped by itself, or find its database away. */
async function stopped(runner: Runner): Promise<void> {
  await runner.stop().catch(() => undefined);
  await runner.promise.catch(() => undefined);
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

/** Without what the library adds to a message: a job is known by the mail's id, and a delay by its reason. */
async function loggerOf(log: JobLog): Promise<Logger> {
  const { Logger } = await import('graphile-worker');
  return new Logger(() => (level, message, meta) => {
    const failed = meta?.['failure'] === true && meta['error'] instanceof Error;
    if (failed) log.warn({ reason: String(meta['error']) }, 'a mail is delayed');
    else if (['error', 'warning'].includes(level)) log.warn({ level }, message);
    else log.debug({ level }, message);
  });
}
