import { StoreDamaged, recordBytesMax, type EncodedRecord } from '#kernel';
import { canonical } from './canonical.js';
import { base64url, uuidOf } from './digest.js';
import { partHash, recordHash } from './encode-record.js';
import { brokenEntryRule, brokenFrameRule } from './record.rules.js';
import { checkedBody, checkedHead, checkedLeg, checkedParts, type CheckedHead } from './record.shape.js';
import { saltBytes } from './salts.js';

/** Recomputes a record from its stored text alone. @throws StoreDamaged naming the record and what is wrong */
export function verifyRecord(record: EncodedRecord, previous: Uint8Array): void {
  try {
    requireSoundText(record, previous);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StoreDamaged(`${record.stream} revision ${String(record.revision)}: ${reason}`, { cause });
  }
}

function requireSoundText(record: EncodedRecord, previous: Uint8Array): void {
  const { text } = record;
  require(Buffer.byteLength(text) <= recordBytesMax, 'the record is too large');
  const end = text.indexOf('\n');
  require(end > 0, 'the record is not two lines');
  const headLine = text.slice(0, end);
  const parsed: unknown = JSON.parse(headLine);
  require(canonical(parsed) === headLine, 'the head is not canonical');
  const head = checkedHead(parsed);
  requireSoundParts(head, text.slice(end + 1));

  require(head.previous === base64url(previous), 'it does not follow the record before it');
  require(head.stream === record.stream, 'it belongs to another stream');
  require(head.revision === record.revision, 'it belongs at another revision');
  require(head.type === record.type, 'it is of another type');
  const hex = recordHash('hex', headLine);
  require(Buffer.from(hex, 'hex').equals(record.hash), 'the hash is another');
  require(uuidOf(hex) === record.id, 'the id is another');
}

function requireSoundParts(head: CheckedHead, line: string): void {
  const parts = checkedParts(JSON.parse(line));
  const minutes = head.entry?.minutes ?? [];
  require(parts.length === 1 + minutes.length && parts.length === head.parts.length, 'a part is missing or added');
  let text = '';
  for (const [index, { salt, value }] of parts.entries()) {
    const bytes = Buffer.from(salt, 'base64url');
    require(bytes.length === saltBytes && base64url(bytes) === salt, `the salt of part ${String(index)} is not a salt`);
    const valueText = canonical(value);
    require(partHash('base64url', valueText, bytes) === head.parts[index], `part ${String(index)} was changed`);
    text += `${index === 0 ? '[' : ','}{"salt":"${salt}","value":${valueText}}`;
    if (index > 0) checkedLeg(value);
  }
  require(`${text}]` === line, 'the parts are not canonical');

  const { command } = checkedBody(parts[0]?.value);
  const { stream, revision, recordedAt } = head;
  const broken = brokenFrameRule({ stream, revision, recordedAt, command });
  require(broken === undefined, broken ?? '');
  const brokenEntry = head.entry && brokenEntryRule(head.entry.number, minutes);
  require(brokenEntry === undefined, brokenEntry ?? '');
}

function require(holds: boolean, broken: string): void {
  if (!holds) throw new TypeError(broken);
}
