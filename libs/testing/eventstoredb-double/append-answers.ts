import { messages, streams, type Streams } from './protocol.js';
import type { LogVerdict } from './event-log.js';

/** The answer to the older call, one append each. */
export function appendAnswer(expected: number, verdict: LogVerdict): Streams.AppendResp {
  const answer = new streams.AppendResp();
  return verdict.status === 'appended'
    ? answer.setSuccess(success(verdict))
    : answer.setWrongExpectedVersion(conflict(expected, verdict.revision));
}

function success({ revision, position }: LogVerdict & { readonly status: 'appended' }): Streams.AppendResp.Success {
  const answer = new streams.AppendResp.Success();
  if (revision < 0) answer.setNoStream(new messages.Empty());
  else answer.setCurrentRevision(String(revision));
  const place = new streams.AppendResp.Position();
  return answer.setPosition(place.setCommitPosition(String(position)).setPreparePosition(String(position)));
}

function conflict(expected: number, current: number): Streams.AppendResp.WrongExpectedVersion {
  const answer = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) answer.setCurrentNoStream(new messages.Empty());
  else answer.setCurrentRevision(String(current));
  if (expected < 0) answer.setExpectedNoStream(new messages.Empty());
  else answer.setExpectedRevision(String(expected));
  return answer;
}
