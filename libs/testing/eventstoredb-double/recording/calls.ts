import { features, messages, streams } from '../protocol.js';

/** What is read of a message of any kind. */
export interface Message {
  toObject(): object;
}

interface MessageClass {
  deserializeBinary(bytes: Uint8Array): Message;
}

export interface RecordedMethod {
  readonly path: string;
  readonly request: MessageClass;
  readonly response: MessageClass;
}

/** All that is recorded: what the client calls for the adapter. */
const methods: readonly RecordedMethod[] = [
  {
    path: '/event_store.client.server_features.ServerFeatures/GetSupportedMethods',
    request: messages.Empty,
    response: features.SupportedMethods,
  },
  {
    path: '/event_store.client.streams.Streams/BatchAppend',
    request: streams.BatchAppendReq,
    response: streams.BatchAppendResp,
  },
  { path: '/event_store.client.streams.Streams/Append', request: streams.AppendReq, response: streams.AppendResp },
  { path: '/event_store.client.streams.Streams/Read', request: streams.ReadReq, response: streams.ReadResp },
];

export const recordedPaths = methods.map(({ path }) => path);

export function methodOf(path: string): RecordedMethod {
  const method = methods.find((one) => one.path === path);
  if (!method) throw new Error(`${path} is not recorded`);
  return method;
}

/** How a call ended: its status and what the server says besides. */
export interface Ending {
  readonly code: number;
  readonly details: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** One thing that happened on the wire, in the order in which it was seen. */
export type WireEvent =
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'opens'; readonly call: number; readonly path: string }
  | { readonly kind: 'sends' | 'receives'; readonly call: number; readonly bytes: Uint8Array }
  | { readonly kind: 'half-closes' | 'cancels'; readonly call: number }
  | { readonly kind: 'ends'; readonly call: number; readonly ending: Ending };

const OK = 0;

/** gRPC's own and HTTP's say nothing of what was asked. */
const transport = new Set([
  'date',
  'server',
  'content-type',
  'content-length',
  'grpc-accept-encoding',
  'accept-encoding',
]);

export function endingOf(status: {
  readonly code: number;
  readonly details: string;
  readonly metadata: { getMap(): Record<string, unknown> };
}): Ending {
  const said = Object.entries(status.metadata.getMap()).filter(([key]) => !transport.has(key));
  const metadata = Object.fromEntries(said.map(([key, value]) => [key, String(value)]));
  return { code: status.code, details: status.code === OK ? '' : status.details, metadata }; // in Node it is 'OK'
}
