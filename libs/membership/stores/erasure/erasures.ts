import {
  asId,
  instant,
  streamOf,
  type CommandId,
  type Clock,
  type Erased,
  type ErasureRegister,
  type ErasureReport,
  type Erasing,
  type KeyOwner,
  type KeyStore,
  type Position,
  type Recorded,
} from '#kernel';
import { clearAway, connect } from '#read-model';

/** A table beside the views that holds something about people, and what takes it out: $1 is the id of who is erased. */
export interface PersonalTable {
  readonly table: string;
  readonly ofPerson?: string;
  readonly ofMembership?: string;
}

export interface ErasurePorts {
  readonly register: ErasureRegister;
  readonly keys: Pick<KeyStore, 'destroy'>;
  readonly clock: Clock;
  /** Of the login user: clearing rows away is the owner's right. */
  readonly databaseUrl: string;
  readonly tables: readonly PersonalTable[];
  /** Takes it out of every version of the views. @returns the tables touched */
  readonly forgetInViews: (records: readonly Recorded[], after: Position) => Promise<readonly string[]>;
}

/** Keys lie here; the rows of destroyed ones are cleared away like any other. */
const keyTable = 'keys.data_key';

/**
 * First the register outside the database, then the keys, without which nothing can be read; then the rows that had been
 * read before. A crash between any two is made good by the next try, which is the same from the start.
 */
export class Erasures implements Erasing {
  constructor(private readonly ports: ErasurePorts) {}

  async carryOut(erased: readonly Erased[], after: Position): Promise<ErasureReport> {
    const { register, keys, clock, forgetInViews } = this.ports;
    await register.add(erased, instant(clock.now()));
    const destroyed = await keys.destroy(erased.map(ownerOf));
    const shown = await forgetInViews(erased.map(asRecord), after);
    const kept = await forgetInTables(this.ports, erased);
    return { keys: destroyed.length, tables: shown.length + kept };
  }
}

/** @returns how many tables were cleared */
export async function forgetInTables(
  { databaseUrl, tables }: Pick<ErasurePorts, 'databaseUrl' | 'tables'>,
  erased: readonly Erased[],
): Promise<number> {
  const client = await connect(databaseUrl);
  try {
    await client.query('begin');
    for (const { kind, id } of erased) {
      for (const { ofPerson, ofMembership } of tables) {
        const statement = kind === 'person' ? ofPerson : ofMembership;
        if (statement !== undefined) await client.query(statement, [id]);
      }
    }
    await client.query('commit');
    const cleared = new Set([keyTable, ...tables.map(({ table }) => table)]);
    await clearAway(client, cleared);
    return cleared.size;
  } finally {
    await client.end();
  }
}

export function ownerOf({ kind, id }: Erased): KeyOwner {
  return { kind, id };
}

/** As the books have it, as far as a view takes something out by it. */
export function asRecord(erased: Erased): Recorded {
  const { kind, id } = erased;
  const event =
    kind === 'person'
      ? { type: 'PersonErased', data: { person: id } }
      : { type: 'MemberErased', data: { account: id, person: erased.person } };
  const stream = kind === 'person' ? streamOf('person', id) : streamOf('journal', erased.bank);
  const command = { id: asId<CommandId>(id), hash: '', keys: [], index: 0, count: 1 };
  const actor = { system: 'erasures' };
  return { stream, revision: 0, recordedAt: instant(0), command, actor, correlation: 'erasures', event };
}
