import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CODEC } from '#event-store';
import {
  streamOf,
  type AccountId,
  type Codec,
  type ImportActor,
  type ImportId,
  type ImportStaging,
  type Refusal,
  type StagedExchange,
  type StagedImport,
  type Verdict,
} from '#kernel';
import { ImportExchangesCommand, importedRowsMax, type ImportedRow } from '#ledger';
import { ImportMembersCommand } from '#membership';
import { chunkOf } from './chunks.js';
import type { ImportProgress } from './import-file.command.js';
import { IMPORT_STAGING } from './import-ports.js';

/** Chunks on their way at once: while some are being written the next are read and sealed. */
const inFlightMax = 16;
/** Exchanges read from staging at a time. */
const pageSize = 1_000;
/** As many recorded ones leave staging together, in whole chunks: a run that follows a crash begins where a chunk did. */
const leavingSize = importedRowsMax;

export interface Rolling {
  readonly staged: StagedImport;
  readonly correlation: string;
  readonly onProgress: (progress: ImportProgress) => void;
}

/** Why it went no further. */
export interface Obstacle {
  readonly refusal: Refusal;
  readonly line?: number;
}

type Chunk = readonly StagedExchange[];

/** Brings a staged import into the journal, from wherever it stands: every step may be repeated and does nothing twice. */
@Injectable()
export class RollForward {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CODEC) private readonly codec: Codec,
    @Inject(IMPORT_STAGING) private readonly staging: ImportStaging,
  ) {}

  async run(rolling: Rolling): Promise<Obstacle | undefined> {
    const obstacle = (await this.admit(rolling)) ?? (await this.record(rolling));
    if (!obstacle) await this.staging.finish(rolling.staged.import);
    return obstacle;
  }

  private async admit({ staged, correlation, onProgress }: Rolling): Promise<Obstacle | undefined> {
    const newcomers = (await this.staging.parties(staged.import)).flatMap(({ ordinal, account, name, hub, since }) =>
      account || !hub || !since
        ? []
        : [{ row: ordinal, displayName: name, language: 'it' as const, hub, since, channel: false }],
    );
    if (newcomers.length === 0) return undefined;
    const total = newcomers.length;
    const answer = await this.commands.execute(
      new ImportMembersCommand(staged.bank, newcomers, actorOf(staged), correlation, (done) => {
        onProgress({ phase: 'members', done, total });
      }),
    );
    if (!answer.accepted) return { refusal: answer.refusal };
    await this.staging.admitted(staged.import, new Map(answer.members.map(({ row, account }) => [row, account])));
    return undefined;
  }

  /** In the order of service dates. What is recorded leaves staging in that order too, so that chunks are always cut alike. */
  private async record(rolling: Rolling): Promise<Obstacle | undefined> {
    const { staged, onProgress } = rolling;
    const accounts = new Map(
      (await this.staging.parties(staged.import)).map((party) => [party.ordinal, party.account]),
    );
    const inFlight: { readonly chunk: Chunk; readonly verdict: Promise<Verdict> }[] = [];
    const recorded: StagedExchange[] = [];
    const leave = () => this.staging.recorded(staged.import, recorded.splice(0));
    let left = await this.staging.countExchanges(staged.import);
    const chunks = this.chunks(staged.import);
    // One by one as long as the journal knows them: chunks that an earlier run cut otherwise are refused before anything new is sent.
    let atOnce = 1;
    try {
      for (;;) {
        const { value: chunk } = await chunks.next();
        if (chunk) inFlight.push({ chunk, verdict: this.submit(rolling, chunk, accounts) });
        const oldest = chunk && inFlight.length < atOnce ? undefined : inFlight.shift();
        if (!chunk && !oldest) break;
        if (!oldest) continue;
        const verdict = await oldest.verdict;
        if (!verdict.accepted) {
          await leave();
          return obstacleIn(oldest.chunk, verdict.refusal);
        }
        if (verdict.records[0]?.correlation === rolling.correlation) atOnce = inFlightMax;
        recorded.push(...oldest.chunk);
        if (recorded.length >= leavingSize) await leave();
        left -= oldest.chunk.length;
        onProgress({ phase: 'exchanges', done: staged.exchanges - left, total: staged.exchanges });
      }
      await leave();
      return undefined;
    } finally {
      await Promise.allSettled(inFlight.map(({ verdict }) => verdict));
    }
  }

  private async *chunks(id: ImportId): AsyncGenerator<Chunk, undefined> {
    let ahead: Chunk = [];
    for (let last: StagedExchange | undefined; ;) {
      const page = await this.staging.exchangesAfter(id, last, pageSize);
      last = page.at(-1);
      ahead = [...ahead, ...page];
      // A cut is only known where as much lies ahead as one command can carry.
      while (ahead.length >= importedRowsMax || (!last && ahead.length > 0)) {
        const chunk = chunkOf(ahead);
        yield chunk;
        ahead = ahead.slice(chunk.length);
      }
      if (!last) return undefined;
    }
  }

  private submit(
    { staged, correlation }: Rolling,
    chunk: Chunk,
    accounts: ReadonlyMap<number, AccountId | undefined>,
  ): Promise<Verdict> {
    const notes = chunk.flatMap(({ note }, row) =>
      note === undefined ? [] : [[`note.${String(row)}`, note] as const],
    );
    return this.commands.execute(
      new ImportExchangesCommand({
        stream: streamOf('journal', staged.bank),
        command: {
          name: 'ImportExchanges',
          input: { rows: chunk.map((exchange) => rowOf(exchange, accounts)) },
          texts: Object.fromEntries(notes),
        },
        actor: actorOf(staged),
        key: this.codec.canonical(['exchanges', chunk[0]?.line ?? 0]),
        correlation,
      }),
    );
  }
}

function actorOf({ import: id, person }: StagedImport): ImportActor {
  return { import: id, person };
}

function rowOf(exchange: StagedExchange, accounts: ReadonlyMap<number, AccountId | undefined>): ImportedRow {
  const { line, provider, receiver, minutes, serviceDate, hub, category } = exchange;
  const [gives, gets] = [accounts.get(provider), accounts.get(receiver)];
  if (!gives || !gets) throw new Error(`line ${String(line)} was staged with somebody who has no account`);
  return {
    provider: gives,
    receiver: gets,
    minutes,
    serviceDate,
    hub,
    ...(category === undefined ? {} : { category }),
  };
}

/** The journal names the row of the chunk; people know the line of the file. */
function obstacleIn(chunk: Chunk, refusal: Refusal): Obstacle {
  const row = refusal.facts['row'];
  const line = typeof row === 'number' ? chunk[row]?.line : undefined;
  return { refusal, ...(line === undefined ? {} : { line }) };
}
