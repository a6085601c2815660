import {
  Code,
  messages,
  newAny,
  newEmpty,
  rpc,
  streams,
  type Codes,
  type Messages,
  type Rpc,
  type Streams,
} from './protocol.js';
import { APPEND_BYTES_MAX } from './append-request.js';
import type { LogVerdict } from './event-log.js';

type Answer = Streams.BatchAppendResp;

/** Which append an answer belongs to: many are under way on one call. */
export interface Correlation {
  readonly id: Messages.UUID | undefined;
  readonly stream: Messages.StreamIdentifier | undefined;
}

export function verdictAnswer(correlation: Correlation, expected: number, verdict: LogVerdict): Answer {
  return verdict.status === 'appended'
    ? answerTo(correlation).setSuccess(success(verdict))
    : answerTo(correlation).setError(conflict(expected, verdict.revision));
}

export function tooLargeAnswer(correlation: Correlation): Answer {
  const details = new messages.MaximumAppendSizeExceeded();
  details.setMaxappendsize(APPEND_BYTES_MAX);
  return answerTo(correlation).setError(status(Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details));
}

export function tooLateAnswer(correlation: Correlation): Answer {
  return answerTo(correlation).setError(status(Code.DEADLINE_EXCEEDED, 'Timeout', new messages.Timeout()));
}

function answerTo({ id, stream }: Correlation): Answer {
  return new streams.BatchAppendResp().setCorrelationId(id).setStreamIdentifier(stream);
}

function success({
  revision,
  position,
}: LogVerdict & { readonly status: 'appended' }): Streams.BatchAppendResp.Success {
  const answer = new streams.BatchAppendResp.Success();
  if (revision < 0) answer.setNoStream(newEmpty());
  else answer.setCurrentRevision(String(revision));
  const place = new messages.AllStreamPosition();
  return answer.setPosition(place.setCommitPosition(String(position)).setPreparePosition(String(position)));
}

function conflict(expected: number, current: number): Rpc.Status {
  const details = new messages.WrongExpectedVersion();
  if (current < 0) details.setCurrentNoStream(newEmpty());
  else details.setCurrentStreamRevision(String(current));
  if (expected < 0) details.setExpectedNoStream(newEmpty());
  else details.setExpectedStreamPosition(String(expected));
  return status(Code.ALREADY_EXISTS, 'WrongExpectedVersion', details);
}

interface Serialisable {
  serializeBinary(): Uint8Array;
}

/** The details are named as the message: `event_store.client.WrongExpectedVersion`. */
function status(code: Codes.Code, message: string, details: Serialisable): Rpc.Status {
  const any = newAny();
  any.pack(details.serializeBinary(), `event_store.client.${message}`);
  return new rpc.Status().setCode(code).setMessage(message).setDetails(any);
}
