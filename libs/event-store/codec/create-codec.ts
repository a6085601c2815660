import type { Codec, CommandId, Draft, EncodedRecord, Recorded } from '#kernel';
import { canonical } from './canonical.js';
import { decodeRecord } from './decode-record.js';
import { taggedHash, uuidOf } from './digest.js';
import { encodeRecord } from './encode-record.js';
import { upcasting, type Upcaster } from '../upcasters/upcasting.js';
import { randomSalts, type Salts } from './salts.js';
import { verifyRecord } from './verify-record.js';

const commandIdHash = taggedHash('command');
const newIdHash = taggedHash('new');

export interface CodecParts {
  /** Schema version of each event type as written today: those of all contexts, merged by composition. */
  readonly versions: Readonly<Record<string, number>>;
  readonly upcasters?: readonly Upcaster[];
  /** Only vectors and golden files fix them. */
  readonly salts?: Salts;
}

const written = Symbol('written');

/** A record of this process's own says what it was written from: to read it again costs nothing. */
interface Written extends EncodedRecord {
  readonly [written]?: { readonly text: string; readonly recorded: Recorded };
}

/** The frozen formats of docs/adr/0002. */
export function createCodec({ versions, upcasters = [], salts = randomSalts() }: CodecParts): Codec {
  const upcast = upcasting(versions, upcasters);
  const versionOf = new Map(Object.entries(versions));
  return {
    encode: (draft) => {
      const version = versionOf.get(draft.event.type);
      if (version === undefined) throw new TypeError(`no version is known of ${draft.event.type}`);
      const record = encodeRecord(draft, version, salts);
      return Object.assign(record, { [written]: { text: record.text, recorded: recordedOf(draft) } });
    },
    decode: (record: Written) => {
      const known = record[written];
      return known?.text === record.text ? known.recorded : decodeRecord(record, upcast);
    },
    verify: verifyRecord,
    commandId: (stream, actorKey, key) => uuidOf(commandIdHash('hex', canonical([stream, actorKey, key]))) as CommandId,
    newId: (command, kind, n) => uuidOf(newIdHash('hex', canonical([command, kind, n]))),
    canonical,
  };
}

function recordedOf({ stream, revision, recordedAt, command, actor, correlation, causation, event }: Draft): Recorded {
  const recorded = { stream, revision, recordedAt, command, actor, correlation, event };
  return causation ? { ...recorded, causation } : recorded;
}
