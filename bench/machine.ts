import { arch, cpus, platform, totalmem } from 'node:os';

/** On what was measured. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  /** Operating system and kind of processor. */
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
}

export function machineOf(postgres: string): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? '',
    cores: all.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    node: process.version,
    postgres,
  };
}
