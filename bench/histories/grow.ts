import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import {
  asLocalDate,
  instant,
  minutes,
  streamOf,
  type Append,
  type CommandId,
  type EncodedRecord,
  type KeyId,
  type NewId,
  type Recorded,
} from '#kernel';
import { journal, type JournalCommand, type JournalEvent } from '#ledger';
import type { Context } from '../../apps/server/context.js';
import type { Town, TownMember } from '../town.js';

/** Records of one append: they may take 512 kB together. */
const recordsOfAppend = 300;
const busyMembers = 10;
/** The first so many entries are between the busy ones, so that their statements fill a page in any history. */
const busyEntries = 500;

/** Those of a town whose statements are long enough to measure a page of. */
export function busyOf({ members }: Town): readonly TownMember[] {
  return members.slice(0, busyMembers);
}

/**
 * From so many entries to so many. Each is decided, hashed, chained and durable as a command of its own would be; only
 * the web and the writer's queue are left out, so that a million of them take minutes. Nobody else may write meanwhile.
 */
export async function grow({ parts }: Context, town: Town, from: number, to: number): Promise<void> {
  const past = await Past.of(parts, town);
  let entries = from;
  let stored: Promise<void> = Promise.resolve();
  while (entries < to) {
    const records: EncodedRecord[] = [];
    const expectedRevision = past.revision;
    for (; records.length < recordsOfAppend && entries < to; entries++) {
      records.push(past.log(twoOf(entries < busyEntries ? busyOf(town) : town.members)));
    }
    await stored;
    stored = append(parts, { stream: past.stream, expectedRevision, records });
  }
  await stored;
  // Whoever opens the bank now leaves a snapshot of it behind.
  await parts.writers.look(journal, past.stream, () => undefined);
}

async function append({ store }: Context['parts'], records: Append): Promise<void> {
  const { status } = await store.append(records);
  if (status !== 'appended') throw new Error('somebody else writes into this history');
}

/** A journal as it grows: what is recorded is folded in. */
class Past {
  revision = -1;
  readonly stream;
  private readonly state;
  private hash: Uint8Array = new Uint8Array(32);

  private constructor(
    private readonly parts: Context['parts'],
    private readonly town: Town,
    private readonly keys: readonly KeyId[],
  ) {
    this.stream = streamOf('journal', town.bank);
    this.state = journal.initial(this.stream);
  }

  static async of(parts: Context['parts'], town: Town): Promise<Past> {
    const past = new Past(parts, town, await parts.vault.keysOf([{ kind: 'bank', id: town.bank }]));
    for (;;) {
      const page = await parts.store.readStream(past.stream, past.revision + 1, 1_000);
      for (const stored of page) past.fold(parts.codec.decode(stored) as Recorded<JournalEvent>, stored.hash);
      if (page.length === 0) return past;
    }
  }

  /** The receiver's word alone posts it. */
  log([provider, receiver]: readonly [TownMember, TownMember]): EncodedRecord {
    const { codec, clock } = this.parts;
    const id = codec.commandId(this.stream, receiver.person, randomUUID());
    const newId: NewId = (kind, n = 0) => codec.newId(id, kind, n) as never;
    const actor = { person: receiver.person };
    const at = instant(clock.now());
    const [decided] = journal.decide(
      { ...this.command(provider, receiver), id, at, actor, newId, sealed: {} },
      this.state,
      {},
    );
    if (!decided) throw new Error('an exchange makes a record');
    const record: Recorded<JournalEvent> = {
      stream: this.stream,
      revision: this.revision + 1,
      recordedAt: at,
      command: this.trace(id),
      actor: decided.actor,
      correlation: randomUUID(),
      event: decided.event,
    };
    const encoded = codec.encode({ ...record, previous: this.hash });
    this.fold(record, encoded.hash);
    return encoded;
  }

  private command(provider: TownMember, receiver: TownMember): JournalCommand {
    return {
      name: 'LogExchange',
      input: {
        provider: provider.account,
        receiver: receiver.account,
        minutes: minutes(30),
        serviceDate: asLocalDate('2026-10-05'),
        hub: this.town.hub,
      },
    };
  }

  /** Nobody repeats a command of the past: what stands for its hash is as long as one. */
  private trace(id: CommandId) {
    return { id, hash: randomBytes(32).toString('base64url'), keys: this.keys, index: 0, count: 1 };
  }

  private fold(record: Recorded<JournalEvent>, hash: Uint8Array): void {
    journal.evolve(this.state, record);
    this.revision = record.revision;
    this.hash = hash;
  }
}

function twoOf(members: readonly TownMember[]): readonly [TownMember, TownMember] {
  const first = randomInt(members.length);
  const second = (first + 1 + randomInt(members.length - 1)) % members.length;
  const [one, other] = [members[first], members[second]];
  if (!one || !other) throw new Error('a town has members');
  return [one, other];
}
