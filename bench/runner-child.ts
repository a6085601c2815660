import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Measured } from './load/at-once.js';
import type { RunOrder, RunReport } from './peers/runner.js';

/** A peer without HTTP, in a process of its own. */
export interface RunnerChild {
  readonly pid: number;
  run(connections: number, seconds: number): Promise<Measured>;
  stop(): Promise<void>;
}

export async function startRunner(program: string, env: Readonly<Record<string, string>>): Promise<RunnerChild> {
  const child = fork(program, { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const stopped = ended.then(() => Promise.reject(new Error(`${program} stopped by itself`)));
  stopped.catch(() => undefined); // it is told where somebody waits for an answer
  const answer = async <T>(): Promise<T> => {
    const [said] = (await Promise.race([once(child, 'message'), stopped])) as [T];
    return said;
  };
  await answer();
  return {
    pid: child.pid ?? 0,
    async run(connections, seconds) {
      const report = answer<RunReport>();
      child.send({ connections, seconds } satisfies RunOrder);
      const said = await report;
      if ('trouble' in said) throw new Error(said.trouble);
      return said.measured;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
