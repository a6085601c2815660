import { cpus, platform, release, totalmem } from 'node:os';

/** On what was measured. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
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
    system: `${platform()} ${release()}`,
    node: process.version,
    postgres,
  };
}
