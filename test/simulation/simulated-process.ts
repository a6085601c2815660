import { FaultyStore, Flusher, StreamWriters, createCodec, type Faults, type SnapshotStore } from '#event-store';
import { streamOf, type BankId, type EventStore, type Submission, type Verdict } from '#kernel';
import { DeadlinesProcess, journal, journalEventVersions, type JournalCommand, type JournalEvent } from '#ledger';
import { keepUp, type Leading } from '#read-model';
import { chance, type Chance } from '../holding/seed.js';
import { bankOf } from './banks.js';
import type { MemoryTables } from './memory-tables.js';
import { plainVault } from './plain-vault.js';
import type { VirtualTime } from './virtual-time.js';
import { Wire, WiredStore } from './wire.js';

/** Everything that outlives a process, and what its machine's clock says. */
export interface Surroundings {
  readonly time: VirtualTime;
  readonly store: EventStore;
  readonly snapshots: SnapshotStore;
  readonly tables: MemoryTables;
  readonly clock: { now(): number };
  readonly faults: Partial<Faults>;
  /** Of a connection to the tables: from 0 to 1. */
  readonly tablesLost: number;
  readonly onFault: (fault: unknown) => void;
}

const versions = journalEventVersions;

/** Of a projector to its tables. */
export class LostConnection extends Error {
  override readonly name = 'LostConnection';
}

/** One server as it runs, on a wire that can be cut: its writers, their flusher, its projector and the watch of deadlines. */
export class SimulatedProcess {
  private readonly wire: Wire;
  private readonly writers: StreamWriters;
  private readonly ended = new AbortController();
  /** Questions that came and wait. */
  unanswered = 0;

  constructor(
    private readonly around: Surroundings,
    private readonly seed: number,
  ) {
    const { time, clock, snapshots } = around;
    const luck = chance(seed);
    const wire = new Wire(time, luck);
    const faulty = new FaultyStore(around.store, seed, around.faults, (share) => time.pause(share * 600));
    const store = new WiredStore(faulty, wire);
    const codec = createCodec({ versions, salts: saltsOf(luck) });
    this.wire = wire;
    this.writers = new StreamWriters({
      store,
      flusher: new Flusher(store),
      codec,
      vault: plainVault,
      clock,
      snapshots,
      pause: wire.pause,
      random: () => luck.between(0, 999_999) / 1_000_000,
      onFault: around.onFault,
    });
    const projecting = {
      store,
      codec,
      vault: plainVault,
      categories: ['journal'],
      lead: () => Promise.resolve(this.lead(luck)),
      pause: wire.pause,
      log: { warn: ({ err }: { readonly err?: unknown }) => around.onFault(err) },
    };
    void keepUp(projecting, this.ended.signal);
    void this.watch().run(this.ended.signal);
  }

  /** Hears nothing where the process is killed meanwhile. */
  async submit(submission: Submission<JournalCommand>): Promise<Verdict<JournalEvent>> {
    this.unanswered += 1;
    try {
      return await this.wire.call(() => this.writers.submit(journal, submission));
    } finally {
      this.unanswered -= 1;
    }
  }

  /** Memory is lost; what is on its way may still arrive. */
  kill(): void {
    this.wire.end();
    this.ended.abort();
  }

  async stop(): Promise<void> {
    this.ended.abort();
    await this.writers.close();
    this.wire.end();
  }

  private watch(): DeadlinesProcess {
    const { clock, tables } = this.around;
    return new DeadlinesProcess({
      due: () => {
        const now = new Date(clock.now()).toISOString();
        const due = [...tables.rows.of('exchange').values()].filter(
          (row) => row['state'] === 'logged' && String(row['expiresAt']) <= now,
        );
        const parked = [...(tables.parked.get('exchange')?.keys() ?? [])].map((stream) => bankOf(stream));
        const banks = new Set([...parked, ...due.map((row) => row['bankId'] as BankId)]);
        return this.wire.call(() => Promise.resolve([...banks]));
      },
      wake: (bank) => this.writers.wake(journal, streamOf('journal', bank)),
      onTrouble: this.around.onFault,
      pause: this.wire.pause,
    });
  }

  /** The connection breaks before the transaction or after it: then it stands, and the projector does not know. */
  private lead(luck: Chance): Leading {
    const { tables, tablesLost } = this.around;
    const lost = () => luck.between(0, 999) < tablesLost * 1000;
    return {
      load: () => this.wire.call(() => Promise.resolve(tables.load())),
      take: (folds, from, through, storeId) =>
        this.wire.call(async () => {
          await Promise.resolve();
          if (lost()) throw new LostConnection('before the transaction');
          const parked = tables.take(folds, from, through, storeId);
          if (lost()) throw new LostConnection('after the transaction');
          return parked;
        }),
      end: () => Promise.resolve(),
    };
  }
}

function saltsOf(luck: Chance): () => Uint8Array {
  return () => Uint8Array.from({ length: 16 }, () => luck.between(0, 255));
}
