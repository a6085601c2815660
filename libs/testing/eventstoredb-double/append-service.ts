import type { sendUnaryData, ServerDuplexStream, ServerReadableStream } from '@grpc/grpc-js';
import { Metadata, status } from '@grpc/grpc-js';

import {
  APPEND_BYTES_MAX,
  expectedOf,
  isTooLarge,
  proposedOf,
  streamNameOf,
  type AskedAppend,
} from './append-request.js';
import { appendAnswer } from './append-answers.js';
import { tooLargeAnswer, tooLateAnswer, verdictAnswer, type Correlation } from './batch-append-answers.js';
import type { EventLog, LogVerdict, ProposedEvent } from './event-log.js';
import type { Striking } from './striking.js';
import type { Streams } from './protocol.js';

type Batches = ServerDuplexStream<Streams.BatchAppendReq, Streams.BatchAppendResp>;

/** An append whose events may still come in further messages. */
interface Pending {
  readonly correlation: Correlation;
  readonly stream: string;
  readonly expected: number;
  readonly events: ProposedEvent[];
}

/** Many appends on one call; each is answered by its correlation id. */
export function batchAppend(log: EventLog, striking: Striking): (call: Batches) => void {
  return (call) => {
    const pending = new Map<string, Pending>();
    call.on('data', (request: Streams.BatchAppendReq) => {
      const id = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions();
      const correlation = { id: request.getCorrelationId(), stream: options?.getStreamIdentifier() };
      if (options) {
        const deadline = options.getDeadline()?.toDate();
        if (deadline && deadline.getTime() <= Date.now()) {
          call.write(tooLateAnswer(correlation));
          return;
        }
        const stream = streamNameOf(options.getStreamIdentifier());
        pending.set(id, { correlation, stream, expected: expectedOf(options), events: [] });
      }
      const append = pending.get(id);
      if (!append) return;
      append.events.push(...request.getProposedMessagesList().map(proposedOf));
      if (isTooLarge(append.events)) {
        pending.delete(id);
        call.write(tooLargeAnswer(append.correlation));
      } else if (request.getIsFinal()) {
        pending.delete(id);
        striking.append(
          call,
          () => commit(log, append),
          (verdict) => {
            call.write(verdictAnswer(append.correlation, append.expected, verdict));
          },
        );
      }
    });
    call.on('end', () => call.end());
  };
}

type Append = ServerReadableStream<Streams.AppendReq, Streams.AppendResp>;

/** One append on one call, as clients with credentials of their own send it. */
export function append(
  log: EventLog,
  striking: Striking,
): (call: Append, answer: sendUnaryData<Streams.AppendResp>) => void {
  return (call, answer) => {
    let options: Streams.AppendReq.Options | undefined;
    const events: ProposedEvent[] = [];
    call.on('data', (request: Streams.AppendReq) => {
      options ??= request.getOptions();
      const proposed = request.getProposedMessage();
      if (proposed) events.push(proposedOf(proposed));
    });
    call.on('end', () => {
      if (!options) throw new Error('an append without options');
      if (isTooLarge(events)) {
        answer(tooLarge());
        return;
      }
      const asked = { stream: streamNameOf(options.getStreamIdentifier()), expected: expectedOf(options), events };
      striking.append(
        call,
        () => commit(log, asked),
        (verdict) => {
          answer(null, appendAnswer(asked.expected, verdict));
        },
      );
    });
  };
}

function commit(log: EventLog, { stream, expected, events }: AskedAppend): LogVerdict {
  return log.append(stream, expected, events);
}

function tooLarge(): { readonly code: status; readonly details: string; readonly metadata: Metadata } {
  const metadata = new Metadata();
  metadata.set('exception', 'maximum-append-size-exceeded');
  metadata.set('maximum-append-size', String(APPEND_BYTES_MAX));
  return {
    code: status.INVALID_ARGUMENT,
    details: `Maximum Append Size of ${APPEND_BYTES_MAX} Exceeded.`,
    metadata,
  };
}
