import { execFileSync } from 'node:child_process';
import { eventually } from '#testing';
import type { TestPostgres } from '../setup/test-postgres.mjs';

const endMsMax = 20_000;

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly state: string;
}

/**
 * Stops the postmaster and every process under it where they are: what they were sent, they have not read. One that had
 * just ended stays a zombie, as nobody is left to bury it, and stands as still as the others.
 */
export async function standStill(postgres: TestPostgres): Promise<void> {
  await eventually(() => {
    const moving = processesOf(postgres).filter(({ state }) => !/^[TZ]/.test(state));
    for (const { pid } of moving) signal(pid, 'SIGSTOP');
    if (moving.length > 0)
      throw new Error(`${String(moving.length)} processes of PostgreSQL were not seen to stand still`);
  });
}

/** Kills the postmaster and every process under it, all at once, and starts PostgreSQL again. */
export async function killAndRestart(postgres: TestPostgres): Promise<void> {
  const killed = processesOf(postgres).map(({ pid }) => pid);
  for (const pid of killed) signal(pid, 'SIGKILL');
  await eventually(() => {
    const living = processes().filter(({ pid }) => killed.includes(pid));
    if (living.length > 0) throw new Error(`${String(living.length)} processes of PostgreSQL still run`);
  }, endMsMax);
  await postgres.restart();
}

function processesOf({ pid: postmaster }: TestPostgres): readonly Running[] {
  if (postmaster === undefined) throw new Error('PostgreSQL does not run');
  return processes().filter(({ pid, parent }) => pid === postmaster || parent === postmaster);
}

function processes(): readonly Running[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [pid, parent, state = ''] = line.trim().split(/\s+/);
    return { pid: Number(pid), parent: Number(parent), state };
  });
}

function signal(pid: number, name: 'SIGSTOP' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // it ended since it was listed
  }
}
