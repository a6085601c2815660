import type { ServerWritableStream } from '@grpc/grpc-js';

import type { Streams } from './protocol.js';

export type ReadCall = ServerWritableStream<Streams.ReadReq, Streams.ReadResp>;

/** Writes answers to a reader as fast as it takes them. */
export class Outlet {
  private leave: () => void = () => undefined;

  constructor(readonly call: ReadCall) {
    call.on('drain', () => {
      this.leave();
    });
    call.on('cancelled', () => {
      this.leave();
    });
  }

  get isOpen(): boolean {
    return !this.call.cancelled;
  }

  /** Resolves once there is room for another, or the reader has gone. */
  async send(answer: Streams.ReadResp): Promise<void> {
    if (!this.isOpen || this.call.write(answer)) return;
    await new Promise<void>((resolve) => {
      this.leave = resolve;
    });
  }
}
