import { Client, credentials, type ClientDuplexStream, type Metadata } from '@grpc/grpc-js';

import { streams } from '../protocol.js';
import { endingOf, type Ending } from './calls.js';
import { bytesSent, Recorder, type Entry, type Recording } from './recording.js';

const WAIT_MS_MAX = 5_000;
const PROBE = '/event_store.client.server_features.ServerFeatures/GetSupportedMethods';
const verbatim = (bytes: Buffer): Buffer => bytes;

type Answer =
  | { readonly kind: 'receives'; readonly call: number; readonly bytes: Uint8Array }
  | { readonly kind: 'ends'; readonly call: number; readonly ending: Ending };
type Sent = Extract<Entry, { readonly sends: object }>;

/** Sends what a recording has sent, in its order, and records what this server answers; ends where it does not answer. */
export async function replay(recording: Recording, target: string): Promise<Recording> {
  const client = new Client(target, credentials.createInsecure(), { 'grpc.max_receive_message_length': -1 });
  const replaying = new Replaying(client, recording);
  for (const entry of recording.entries) if (!(await replaying.next(entry))) break;
  client.close();
  const { entries, sent, names } = replaying.recorder;
  return { ...recording, entries, sent, positions: names.positionsInOrder() };
}

class Replaying {
  readonly recorder = new Recorder();
  private readonly calls = new Map<number, ReplayedCall>();

  constructor(
    private readonly client: Client,
    private readonly recording: Recording,
  ) {}

  /** @returns false where the server is silent */
  async next(entry: Entry): Promise<boolean> {
    if ('step' in entry) this.recorder.add({ kind: 'step', step: entry.step });
    else if ('opens' in entry) this.open(entry.call, entry.opens);
    else if ('sends' in entry) this.send(entry);
    else if ('does' in entry) await this.leave(entry.call, entry.does);
    else return this.hear(entry.call);
    return true;
  }

  private open(call: number, path: string): void {
    this.calls.set(call, new ReplayedCall(this.client, path, call));
    this.recorder.add({ kind: 'opens', call, path });
  }

  private send(entry: Sent): void {
    const { wire, path } = this.call(entry.call);
    const bytes = this.refreshed(path, entry);
    wire.write(Buffer.from(bytes));
    this.recorder.add({ kind: 'sends', call: entry.call, bytes });
  }

  private async leave(call: number, does: 'half-closes' | 'cancels'): Promise<void> {
    const leaving = this.call(call);
    if (does === 'half-closes') leaving.wire.end();
    else {
      await this.roundTrip();
      for (const answer of leaving.heard.splice(0)) this.recorder.add(answer);
      leaving.wire.cancel();
    }
    this.recorder.add({ kind: does, call });
  }

  private async hear(call: number): Promise<boolean> {
    const answer = await this.call(call).next();
    if (answer) this.recorder.add(answer);
    return answer !== undefined;
  }

  /** What the server sent before it answers this has come. */
  private async roundTrip(): Promise<void> {
    const probe = new ReplayedCall(this.client, PROBE, 0);
    probe.wire.write(Buffer.alloc(0));
    probe.wire.end();
    while ((await probe.next())?.kind === 'receives');
  }

  /** Deadlines to come are set anew, positions are those of this server. */
  private refreshed(path: string, entry: Sent): Uint8Array {
    const bytes = bytesSent(this.recording, this.recorder.sent.length);
    if (path.endsWith('/BatchAppend')) return withDeadline(bytes, JSON.stringify(entry.sends));
    const position = positionAsked(entry.sends);
    if (position === undefined) return bytes;
    const request = streams.ReadReq.deserializeBinary(bytes);
    const value = this.recorder.names.positionNamed(position);
    request.getOptions()?.getAll()?.getPosition()?.setCommitPosition(value).setPreparePosition(value);
    return request.serializeBinary();
  }

  private call(call: number): ReplayedCall {
    const found = this.calls.get(call);
    if (!found) throw new Error(`call ${call} was never opened`);
    return found;
  }
}

function withDeadline(bytes: Uint8Array, view: string): Uint8Array {
  const request = streams.BatchAppendReq.deserializeBinary(bytes);
  if (view.includes('"deadline":"to come"'))
    request
      .getOptions()
      ?.getDeadline()
      ?.setSeconds(Math.ceil(Date.now() / 1000) + 60);
  return request.serializeBinary();
}

function positionAsked(view: object): string | undefined {
  return /"position":\{"commitPosition":"(position \d+)"/.exec(JSON.stringify(view))?.[1];
}

class ReplayedCall {
  readonly wire: ClientDuplexStream<Buffer, Buffer>;
  readonly heard: Answer[] = [];
  private wake: () => void = () => undefined;

  constructor(
    client: Client,
    readonly path: string,
    call: number,
  ) {
    this.wire = client.makeBidiStreamRequest(path, verbatim, verbatim);
    this.wire.on('data', (bytes: Buffer) => {
      this.hear({ kind: 'receives', call, bytes });
    });
    this.wire.on('error', () => undefined); // the status says it
    this.wire.on(
      'status',
      (status: { readonly code: number; readonly details: string; readonly metadata: Metadata }) => {
        this.hear({ kind: 'ends', call, ending: endingOf(status) });
      },
    );
  }

  /** undefined when nothing comes for five seconds. */
  async next(): Promise<Answer | undefined> {
    if (this.heard.length === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, WAIT_MS_MAX);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.heard.shift();
  }

  private hear(answer: Answer): void {
    this.heard.push(answer);
    this.wake();
  }
}
