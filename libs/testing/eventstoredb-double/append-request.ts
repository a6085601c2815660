import { streams, type Messages, type Streams } from './protocol.js';
import type { ProposedEvent } from './event-log.js';

export const APPEND_BYTES_MAX = 1024 * 1024;

/** One append as it was asked for, piece by piece. */
export interface AskedAppend {
  readonly stream: string;
  /** -1 where the stream must not exist. */
  readonly expected: number;
  readonly events: readonly ProposedEvent[];
}

type Options = Streams.BatchAppendReq.Options | Streams.AppendReq.Options;
type Proposed = Streams.BatchAppendReq.ProposedMessage | Streams.AppendReq.ProposedMessage;

/** @throws Error on anything but an exact revision: nothing of ours asks for another */
export function expectedOf(options: Options): number {
  if (options.hasNoStream()) return -1;
  if (options.hasAny() || options.hasStreamExists()) throw new Error('this server takes exact revisions only');
  return Number(options instanceof streams.AppendReq.Options ? options.getRevision() : options.getStreamPosition());
}

export function streamNameOf(identifier: Messages.StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

export function proposedOf(message: Proposed): ProposedEvent {
  const metadata = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** The server counts the bodies alone. */
export function isTooLarge(events: readonly ProposedEvent[]): boolean {
  return events.reduce((bytes, { data }) => bytes + data.length, 0) > APPEND_BYTES_MAX;
}
