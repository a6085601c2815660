import { readFileSync, readdirSync } from 'node:fs';

/** Of Linux; elsewhere there is no /proc, and the report says nothing of CPU time. */
const tickMs = 10;

interface ProcessTimes {
  readonly parent: number;
  readonly ownMs: number;
  /** Of children that have ended. */
  readonly endedChildrenMs: number;
}

function timesOf(pid: number): ProcessTimes | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1');
    // The name in brackets may hold anything; what follows it is numbers: state, parent, … utime is the 14th of all.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = (place: number) => Number(fields[place - 3]) * tickMs;
    return { parent: ticks(4) / tickMs, ownMs: ticks(14) + ticks(15), endedChildrenMs: ticks(16) + ticks(17) };
  } catch {
    return undefined;
  }
}

/** CPU time that a process has used so far; undefined where nobody tells. */
export function cpuMs(pid: number): number | undefined {
  return timesOf(pid)?.ownMs;
}

/** The same of a process and everything below it: of PostgreSQL, whose every connection is a process. */
export function familyCpuMs(pid: number): number | undefined {
  const head = timesOf(pid);
  if (!head) return undefined;
  const children = readdirSync('/proc').map((name) => (/^\d+$/.test(name) ? timesOf(Number(name)) : undefined));
  return children
    .filter((child) => child?.parent === pid)
    .reduce((sum, child) => sum + (child?.ownMs ?? 0), head.ownMs + head.endedChildrenMs);
}

/** The process that another one was started by. */
export function parentOf(pid: number): number | undefined {
  return timesOf(pid)?.parent;
}
