import { randomUUID } from 'node:crypto';

import type { EventLog, ProposedEvent } from './event-log.js';

/** Readers of all events never see this stream, but it counts where events are counted. */
export const HIDDEN_STREAM = '$epoch-information';
const SCAVENGES = '$$$scavenges';
const SCAVENGES_METADATA = '{"$maxAge":2592000,"$acl":{"$r":"$ops","$w":[],"$d":[],"$mr":[],"$mw":[]}}';

/** What a server writes for itself at every start, and at its first one. */
export function writeStartOf(log: EventLog): void {
  const starts = log.stream(HIDDEN_STREAM)?.length ?? 0;
  log.append(HIDDEN_STREAM, starts - 1, [systemEvent(HIDDEN_STREAM, '{}')]);
  if (starts === 0) log.append(SCAVENGES, -1, [systemEvent('$metadata', SCAVENGES_METADATA)]);
}

function systemEvent(type: string, json: string): ProposedEvent {
  const data = Buffer.from(json);
  return { id: randomUUID(), type, contentType: 'application/json', data, metadata: new Uint8Array(0) };
}
