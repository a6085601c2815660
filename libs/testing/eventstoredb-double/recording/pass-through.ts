import {
  Client,
  credentials,
  Server,
  ServerCredentials,
  type Metadata,
  type ServerDuplexStream,
  type ServiceDefinition,
} from '@grpc/grpc-js';

import { streams } from '../protocol.js';
import { endingOf, recordedPaths, type WireEvent } from './calls.js';

export interface PassThrough {
  readonly url: string;
  stop(): void;
}

const verbatim = (bytes: Buffer): Buffer => bytes;

/** What is done with the messages that pass. */
export interface Watch {
  readonly saw?: (event: WireEvent) => void;
  /** What an answer is handed on as; undefined keeps it back. As it is unless told. */
  readonly change?: (path: string, answer: Buffer) => Buffer | undefined;
}

/** Stands between client and server, hands the messages on and tells what it saw. */
export async function startPassThrough(target: string, watch: Watch): Promise<PassThrough> {
  const upstream = new Client(target, credentials.createInsecure(), { 'grpc.max_receive_message_length': -1 });
  const server = new Server({ 'grpc.max_receive_message_length': -1 });
  let calls = 0;
  const serve = (path: string) => (call: ServerDuplexStream<Buffer, Buffer>) => {
    calls += 1;
    passOn(upstream, { path, call: calls, asked: call }, watch);
  };
  server.addService(service(), Object.fromEntries(recordedPaths.map((path) => [path, serve(path)])));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  const stop = (): void => {
    upstream.close();
    server.forceShutdown();
  };
  return { url: `esdb://127.0.0.1:${port}?tls=false`, stop };
}

interface Passed {
  readonly path: string;
  readonly call: number;
  readonly asked: ServerDuplexStream<Buffer, Buffer>;
}

function passOn(upstream: Client, { path, call, asked }: Passed, watch: Watch): void {
  const { saw = () => undefined, change = (_, answer) => answer } = watch;
  const answering = upstream.makeBidiStreamRequest(path, verbatim, verbatim);
  let isSubscription = false;
  saw({ kind: 'opens', call, path });
  asked.on('data', (bytes: Buffer) => {
    isSubscription ||= asksForSubscription(path, bytes);
    saw({ kind: 'sends', call, bytes });
    answering.write(bytes);
  });
  asked.on('end', () => {
    saw({ kind: 'half-closes', call });
    answering.end();
  });
  // A reader who has seen enough may leave before the answer ends: what was said last is recorded all the same.
  asked.on('cancelled', () => {
    if (!isSubscription) return;
    saw({ kind: 'cancels', call });
    answering.cancel();
  });
  answering.on('data', (bytes: Buffer) => {
    saw({ kind: 'receives', call, bytes });
    const changed = change(path, bytes);
    if (changed) asked.write(changed);
  });
  answering.on('error', () => undefined); // the status says it
  answering.on('status', (status: { readonly code: number; readonly details: string; readonly metadata: Metadata }) => {
    if (!isSubscription || !asked.cancelled) saw({ kind: 'ends', call, ending: endingOf(status) });
    if (status.code === 0) asked.end(status.metadata);
    else asked.emit('error', status);
  });
}

function asksForSubscription(path: string, bytes: Uint8Array): boolean {
  if (!path.endsWith('/Read')) return false;
  return streams.ReadReq.deserializeBinary(bytes).getOptions()?.hasSubscription() ?? false;
}

/** On the wire all four kinds of calls are the same: messages there, messages back. */
function service(): ServiceDefinition {
  const method = (path: string): ServiceDefinition[string] => ({
    path,
    requestStream: true,
    responseStream: true,
    requestSerialize: verbatim,
    requestDeserialize: verbatim,
    responseSerialize: verbatim,
    responseDeserialize: verbatim,
  });
  return Object.fromEntries(recordedPaths.map((path) => [path, method(path)]));
}
