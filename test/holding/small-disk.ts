import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** A disk of its own that is soon full; on Linux, for root, who alone may mount one. */
export interface SmallDisk {
  readonly folder: string;
  grow(megabytes: number): void;
  remove(): void;
}

/** @returns the system's own words where there is no such disk to be had */
export function smallDisk(folder: string, megabytes: number): SmallDisk | string {
  mkdirSync(folder);
  const size = (now: number): string => `size=${String(now)}m`;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', size(megabytes), 'tmpfs', folder], { stdio: 'pipe' });
  } catch (cause) {
    return String(cause);
  }
  execFileSync('chown', ['postgres', folder]);
  return {
    folder,
    grow: (now) => {
      execFileSync('mount', ['-o', `remount,${size(now)}`, folder]);
    },
    remove: () => {
      execFileSync('umount', ['--lazy', folder]);
    },
  };
}
