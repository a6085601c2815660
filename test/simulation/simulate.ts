import { createHash } from 'node:crypto';
import { Flusher, StreamWriters, createCodec, inMemoryEventStore } from '#event-store';
import { ledgerViews, journalEventVersions } from '#ledger';
import { chance, type Chance } from '../holding/seed.js';
import { claimDays, openBanks, type SimulatedBank } from './banks.js';
import { requireRowsOfPrefix } from './expected-rows.js';
import { requireSound } from './invariants.js';
import { MemoryTables } from './memory-tables.js';
import { People } from './people.js';
import { plainVault } from './plain-vault.js';
import { poisonOf, poisoned, type Poison } from './poison.js';
import { LostConnection, SimulatedProcess } from './simulated-process.js';
import { VirtualTime } from './virtual-time.js';
import { WatchedStore } from './watched-store.js';
import { mildness, weatherOf, type Weather } from './weather.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const startMs = Date.parse('2026-02-10T10:00:00.000Z');
const endsAtMs = 600_000;
const peopleOfABank = 4;
/** One flush takes several banks only where at least two wait while a third one's is under way: so in one life of three. */
const banksOfALife = [2, 2, 5];
const questionsOfAPerson = 8;
/** In one life of ten: long enough for snapshots. */
const questionsOfALongLife = 28;
/** The watch of deadlines looks every thirty seconds. */
const watchedMs = 40_000;
/** However bad the weather, whoever asks a process that goes on running is answered by then. */
const answeredMs = 20_000;
/** What a process may meet and live with; anything else is a fault of the product's own. */
const lived = new Set(['Fenced', 'OutcomeUnknown', 'StoreUnavailable', LostConnection.name]);

/** What happened in one life of a seed. */
export interface Life {
  /** Of every step, append and answer: two lives of one seed have the same. */
  readonly trace: string;
  readonly figures: ReadonlyMap<string, number>;
}

/** A machine and its clock; its process comes and goes. */
interface Machine {
  offsetMs: number;
  process: SimulatedProcess | undefined;
}

/** Two servers, two banks or five, four people in each, a bad store and a bad clock. @throws Error naming what does not hold */
export async function simulate(seed: number): Promise<Life> {
  return new Simulation(seed).live();
}

class Simulation {
  private readonly luck: Chance;
  private readonly trace = createHash('sha256');
  private readonly figures = new Map<string, number>();
  private readonly time: VirtualTime;
  private readonly store: WatchedStore;
  private readonly howManyBanks: number;
  private readonly poison: Poison | undefined;
  private readonly tables: MemoryTables;
  private readonly kept = new Map<string, Uint8Array>();
  private readonly machines: readonly [Machine, Machine] = [
    { offsetMs: 0, process: undefined },
    { offsetMs: 0, process: undefined },
  ];
  private weather: Weather;
  private born = 0;
  private worst: unknown;

  constructor(private readonly seed: number) {
    this.luck = chance(seed);
    this.time = new VirtualTime(this.luck, endsAtMs, (now, waiting) => {
      this.mark(`${String(now)} ${String(waiting)}`);
    });
    this.store = new WatchedStore(
      inMemoryEventStore(),
      ({ records }, { status }) => {
        this.count(records.length === 0 ? `checks ${status}` : `appends ${status}`);
        this.mark(`${status} ${records.map(({ id }) => id).join()}`);
      },
      (verdicts) => {
        const differ = new Set(verdicts.map(({ status }) => status)).size > 1;
        this.count(differ ? 'shared flushes of which one conflicts' : 'shared flushes');
      },
    );
    this.weather = weatherOf(this.luck);
    this.howManyBanks = this.luck.oneOf(banksOfALife);
    this.poison = poisonOf(this.luck, this.howManyBanks);
    this.tables = new MemoryTables(ledgerViews.map((view) => poisoned(view, this.poison)));
  }

  async live(): Promise<Life> {
    await this.time.run(this.work());
    return { trace: this.trace.digest('hex'), figures: this.figures };
  }

  private async work(): Promise<void> {
    const banks = await openBanks(this.calmWriters(), this.howManyBanks);
    for (const machine of this.machines) this.start(machine);
    const people = banks.map((bank) => this.peopleOf(bank));
    const questions = this.luck.between(1, 10) === 1 ? questionsOfALongLife : questionsOfAPerson;
    let asking = true;
    const asked = people.flatMap((some) =>
      Array.from({ length: peopleOfABank }, (_, n) => some.ask(questions, `person ${String(n)}`)),
    );
    const over = Promise.all(asked).finally(() => (asking = false));
    await Promise.all([over, this.fates(() => asking)]);
    await this.clearUp();
    if (this.worst !== undefined) throw new Error('a process met what must never be', { cause: this.worst });
    await requireRowsOfPrefix(this.store, this.tables, this.poison);
    for (const some of people) {
      await requireSound(this.store, this.tables, some, { now: this.now(this.machines[0]), poison: this.poison });
    }
    if (this.tables.position !== (await this.store.head())) throw new Error('the views never came to the head');
  }

  /** What befalls machines and clocks while people ask. */
  private async fates(goOn: () => boolean): Promise<void> {
    while (goOn()) {
      await this.time.pause(this.luck.between(50, 700));
      const machine = this.luck.oneOf(this.machines);
      switch (this.luck.between(1, 8)) {
        case 1:
        case 2:
        case 3:
          await this.away(machine, 'kills', (process) => {
            process.kill();
          });
          break;
        case 4:
          await this.away(machine, 'stops', (process) => process.stop());
          break;
        case 5:
          for (const each of this.machines) each.offsetMs += this.luck.between(1, claimDays + 1) * dayMs;
          this.count('jumps of days');
          break;
        case 6:
        case 7:
          machine.offsetMs += this.luck.between(-6, 6) * hourMs;
          this.count('jumps of one clock');
          break;
        default:
          await requireRowsOfPrefix(this.store, this.tables, this.poison);
      }
    }
  }

  /** Nobody reaches a process that ends, however long that takes. */
  private async away(
    machine: Machine,
    what: string,
    end: (process: SimulatedProcess) => Promise<void> | void,
  ): Promise<void> {
    const { process } = machine;
    machine.process = undefined;
    if (process) await end(process);
    this.count(what);
    await this.time.pause(this.luck.between(20, 600));
    this.start(machine);
  }

  /** The weather clears up, all claims that are still open fall due, and nobody asks anything any more. */
  private async clearUp(): Promise<void> {
    await this.time.pause(answeredMs);
    for (const { process } of this.machines) {
      if (process && process.unanswered > 0) throw new Error('a process that runs leaves somebody without an answer');
      process?.kill();
    }
    this.weather = mildness;
    const offsetMs = Math.max(...this.machines.map((machine) => machine.offsetMs)) + (claimDays + 1) * dayMs;
    for (const machine of this.machines) {
      machine.offsetMs = offsetMs;
      this.start(machine);
    }
    await this.time.pause(watchedMs);
  }

  private start(machine: Machine): void {
    this.born += 1;
    const { time, store, tables, kept, weather } = this;
    const snapshots = {
      read: (stream: string) => {
        const bytes = kept.get(stream);
        return Promise.resolve(bytes && Uint8Array.from(bytes)); // who reads a snapshot goes on in its very bytes
      },
      write: (stream: string, _revision: number, bytes: Uint8Array) => {
        kept.set(stream, bytes);
        this.count('snapshots');
        return Promise.resolve();
      },
    };
    const clock = { now: () => this.now(machine) };
    const onFault = (fault: unknown) => {
      const name = fault instanceof Error ? fault.name : 'unnamed';
      this.mark(name);
      this.count(`faults ${name}`);
      if (!lived.has(name)) this.worst ??= fault;
    };
    const around = { time, store, snapshots, tables, clock, onFault, ...weather };
    machine.process = new SimulatedProcess(around, this.seed * 1_000 + this.born);
  }

  private now({ offsetMs }: Machine): number {
    return startMs + this.time.now + offsetMs;
  }

  private peopleOf(bank: SimulatedBank): People {
    return new People({
      bank,
      time: this.time,
      luck: this.luck,
      process: () => this.luck.oneOf(this.machines).process,
      durable: () => this.store.revisionOf(bank.stream),
      onAnswer: (answer) => {
        const what = 'code' in answer ? answer.code : 'accepted';
        this.count(what);
        this.mark(JSON.stringify(answer));
      },
    });
  }

  private calmWriters(): StreamWriters {
    const { store } = this;
    return new StreamWriters({
      store,
      flusher: new Flusher(store),
      codec: createCodec({ versions: journalEventVersions, salts: () => new Uint8Array(16) }),
      vault: plainVault,
      clock: { now: () => startMs },
      snapshots: { read: () => Promise.resolve(undefined), write: () => Promise.resolve() },
      pause: (ms) => this.time.pause(ms),
      random: () => 0,
      onFault: (fault) => {
        throw fault;
      },
    });
  }

  private count(what: string): void {
    this.figures.set(what, (this.figures.get(what) ?? 0) + 1);
  }

  private mark(what: string): void {
    this.trace.update(`${what}\n`);
  }
}
