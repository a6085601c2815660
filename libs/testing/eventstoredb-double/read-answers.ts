import { messages, streams, type Messages, type Streams } from './protocol.js';
import type { LoggedEvent } from './event-log.js';
import type { LogPlace } from './all-page.js';

type Answer = Streams.ReadResp;

export function eventAnswer(event: LoggedEvent): Answer {
  const position = String(event.position);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new messages.UUID().setString(event.id))
    .setStreamIdentifier(identifierOf(event.stream))
    .setStreamRevision(String(event.revision))
    .setPreparePosition(position)
    .setCommitPosition(position)
    .setCustomMetadata(event.metadata)
    .setData(event.data);
  const metadata = recorded.getMetadataMap();
  metadata.set('type', event.type);
  metadata.set('created', event.created);
  metadata.set('content-type', event.contentType);
  return new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position),
  );
}

export function notFoundAnswer(stream: string): Answer {
  const notFound = new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream));
  return new streams.ReadResp().setStreamNotFound(notFound);
}

export function confirmationAnswer(subscription: string): Answer {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(subscription);
  return new streams.ReadResp().setConfirmation(confirmation);
}

export function checkpointAnswer({ commit, prepare }: LogPlace): Answer {
  const checkpoint = new streams.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(commit)).setPreparePosition(String(prepare));
  return new streams.ReadResp().setCheckpoint(checkpoint);
}

export function caughtUpAnswer(): Answer {
  return new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
}

function identifierOf(stream: string): Messages.StreamIdentifier {
  return new messages.StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8'));
}
