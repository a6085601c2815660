import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Whether this process id is alive and its command line names `program`: ids are used again after a restart of the machine. */
export function isRunning(pid, program) {
  return Number.isInteger(pid) && pid > 0 && commandLine(pid).includes(program);
}

function commandLine(pid) {
  if (!existsSync('/proc/self/cmdline'))
    return spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // it ended, or never was
  }
}

/** Asks the process to end and waits; after ten seconds it is ended without asking. */
export async function stopProcess(pid, program) {
  process.kill(pid, 'SIGTERM');
  const end = Date.now() + 10_000;
  while (isRunning(pid, program)) {
    if (Date.now() > end) process.kill(pid, 'SIGKILL');
    await setTimeout(50);
  }
}
