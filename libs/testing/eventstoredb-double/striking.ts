import { status } from '@grpc/grpc-js';

import type { Fault, Faults, Struck } from './faults.js';

interface Call {
  emit(event: 'error', error: { readonly code: status; readonly details: string }): boolean;
}

/** Lets the planned faults strike the calls of a server. */
export class Striking {
  constructor(
    private readonly faults: Faults,
    /** Destroys all connections of the server. */
    private readonly cut: () => void,
  ) {}

  append<T>(call: Call, commit: () => T, answer: (outcome: T) => void): void {
    this.strike('append', call, commit, answer);
  }

  /** A call that stores nothing. */
  read(on: Exclude<Struck, 'append'>, call: Call, answer: () => void): void {
    this.strike(on, call, () => undefined, answer);
  }

  private strike<T>(on: Struck, call: Call, commit: () => T, answer: (outcome: T) => void): void {
    const fault: Fault | undefined = this.faults.next(on);
    if (fault?.kind === 'refuse') {
      call.emit('error', { code: status.UNAVAILABLE, details: 'Server Is Not Ready' });
      return;
    }
    if (fault?.kind === 'cut before commit') {
      this.cut();
      return;
    }
    const outcome = commit();
    if (fault?.kind === 'cut after commit') this.cut();
    else if (fault?.kind === 'delay') setTimeout(() => answer(outcome), fault.milliseconds);
    else if (fault?.kind !== 'lose the answer') answer(outcome);
  }
}
