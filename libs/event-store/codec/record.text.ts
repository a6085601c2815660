import type { Actor, CommandTrace, Draft, Entry, Leg, RecordRef } from '#kernel';
import { canonical, canonicalWithout, integer, quoted } from './canonical.js';
import { base64url } from './digest.js';

/**
 * Canonical texts of a record's frame, written by hand with their keys in order: the generic writer is
 * several times slower, and every record has the same frame. The spec holds them against the generic one.
 */
export function headText(draft: Draft, version: number, parts: readonly string[]): string {
  const { event } = draft;
  const entry = event.entry ? `"entry":${entryText(event.entry)},` : '';
  return (
    `{${entry}"format":1,"parts":["${parts.join('","')}"],"previous":"${base64url(draft.previous)}"` +
    `,"recordedAt":${quoted(draft.recordedAt)},"revision":${integer(draft.revision)}` +
    `,"stream":${quoted(draft.stream)},"type":${quoted(event.type)},"version":${integer(version)}}`
  );
}

export function bodyText(draft: Draft): string {
  const causation = draft.causation ? `"causation":${refText(draft.causation)},` : '';
  return (
    `{"actor":${actorText(draft.actor)},${causation}"command":${commandText(draft.command)}` +
    `,"correlation":${quoted(draft.correlation)},"data":${canonical(draft.event.data)}}`
  );
}

/** All of a leg but its minutes, which stand in the head. */
export function legText(leg: Leg): string {
  return canonicalWithout(leg, 'minutes');
}

export function partText(salt: Uint8Array, value: string): string {
  return `{"salt":"${base64url(salt)}","value":${value}}`;
}

function entryText(entry: Entry): string {
  let minutes = '';
  for (const leg of entry.legs) minutes += `${minutes === '' ? '' : ','}${integer(leg.minutes)}`;
  return `{"minutes":[${minutes}],"number":${integer(entry.number)}}`;
}

function actorText(actor: Actor): string {
  if ('system' in actor) return `{"system":${quoted(actor.system)}}`;
  if ('import' in actor) return `{"import":${quoted(actor.import)},"person":${quoted(actor.person)}}`;
  const forAccount = actor.for === undefined ? '' : `"for":${quoted(actor.for)},`;
  const grant = actor.grant ? `"grant":${refText(actor.grant)},` : '';
  return `{${forAccount}${grant}"person":${quoted(actor.person)}}`;
}

function commandText(command: CommandTrace): string {
  let keys = '';
  for (const key of command.keys) keys += `${keys === '' ? '' : ','}${quoted(key)}`;
  return (
    `{"count":${integer(command.count)},"hash":${quoted(command.hash)},"id":${quoted(command.id)}` +
    `,"index":${integer(command.index)},"keys":[${keys}]}`
  );
}

function refText(ref: RecordRef): string {
  return `{"revision":${integer(ref.revision)},"stream":${quoted(ref.stream)}}`;
}
