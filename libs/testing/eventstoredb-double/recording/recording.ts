import { deflateRawSync, inflateRawSync } from 'node:zlib';

import { methodOf, type Ending, type WireEvent } from './calls.js';
import { Names } from './names.js';
import { viewOf } from './view.js';

/** What is stored of one thing that happened on the wire. */
export type Entry =
  | { readonly step: string }
  | { readonly call: number; readonly opens: string }
  | { readonly call: number; readonly sends: object }
  | { readonly call: number; readonly receives: object }
  | { readonly call: number; readonly does: 'half-closes' | 'cancels' }
  | { readonly call: number; readonly ends: Ending };

export interface Recording {
  readonly server: string;
  readonly client: string;
  readonly entries: readonly Entry[];
  /** The very bytes that were sent, in their order, deflated, in base64. */
  readonly sent: readonly string[];
  /** The names of all positions, the lowest first. */
  readonly positions: readonly string[];
}

/** Turns what happens on the wire into entries, one by one: names are given in the order of first sight. */
export class Recorder {
  readonly names = new Names();
  readonly entries: Entry[] = [];
  readonly sent: string[] = [];
  private readonly paths = new Map<number, string>();

  add(event: WireEvent): void {
    if (event.kind === 'opens') this.paths.set(event.call, event.path);
    this.entries.push(this.entryOf(event));
  }

  private entryOf(event: WireEvent): Entry {
    switch (event.kind) {
      case 'step':
        return { step: event.step };
      case 'opens':
        return { call: event.call, opens: event.path };
      case 'sends':
        this.sent.push(deflateRawSync(event.bytes, { level: 9 }).toString('base64'));
        return {
          call: event.call,
          sends: viewOf(this.method(event.call).request.deserializeBinary(event.bytes), this.names),
        };
      case 'receives':
        return {
          call: event.call,
          receives: viewOf(this.method(event.call).response.deserializeBinary(event.bytes), this.names),
        };
      case 'half-closes':
      case 'cancels':
        return { call: event.call, does: event.kind };
      case 'ends':
        return { call: event.call, ends: event.ending };
    }
  }

  private method(call: number): ReturnType<typeof methodOf> {
    return methodOf(this.paths.get(call) ?? '');
  }
}

/** What the n-th message of a recording was made of. */
export function bytesSent({ sent }: Recording, index: number): Uint8Array {
  return new Uint8Array(inflateRawSync(Buffer.from(sent[index] ?? '', 'base64')));
}
