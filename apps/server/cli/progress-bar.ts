import { SingleBar } from 'cli-progress';
import type { ImportProgress } from '#importing';
import type { Language } from '#api';

const labels = {
  members: { it: 'Soci', en: 'Members' },
  exchanges: { it: 'Scambi', en: 'Exchanges' },
} as const;

/** One bar a phase, on the error output, so that the report can be kept in a file. */
export class ProgressBar {
  private bar: SingleBar | undefined;
  private phase: ImportProgress['phase'] | undefined;

  constructor(private readonly language: Language) {}

  readonly show = ({ phase, done, total }: ImportProgress): void => {
    if (this.phase !== phase) {
      this.stop();
      const format = `${labels[phase][this.language]} {bar} {value}/{total}`;
      this.bar = new SingleBar({ format, stream: process.stderr, hideCursor: true });
      this.bar.start(total, 0);
      this.phase = phase;
    }
    this.bar?.update(done);
  };

  stop(): void {
    this.bar?.stop();
  }
}
