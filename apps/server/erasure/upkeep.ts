import { setTimeout as pause } from 'node:timers/promises';
import type { CommandBus } from '@nestjs/cqrs';
import type { Client } from 'pg';
import type { Logger } from 'pino';
import { usualRetention } from '#hubs';
import { instant, type AccountId, type BankId, type Erased, type ImportId, type PersonId } from '#kernel';
import { EraseUnneededCommand, ownerOf } from '#membership';
import { clearLeftovers, connect } from '#read-model';
import type { Parts } from '../parts.js';
import type { Settings } from '../settings.js';

const everyMs = 3_600_000;
/** A file that was understood and never recorded holds names in plain. */
const stagedDaysMax = 30;
/** Before this nobody need be asked. */
const unneededMs = 86_400_000;

/**
 * What needs nobody's decision, every hour: erasures that a crash left half done are finished, who was registered and never
 * needed is erased, who read an account is forgotten after the network's days, files that nobody recorded are put away, and
 * what a long transaction kept of rows that are gone is cleared away.
 * Codes and sessions have a watch of their own.
 */
export async function keepUp(
  settings: Settings,
  parts: Parts,
  commands: CommandBus,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const works = [
    finishErasures,
    (all: Parts) => eraseUnneeded(all, commands),
    forgetReadings,
    abandonFiles,
    clearErased,
  ];
  while (!signal.aborted) {
    for (const work of works) {
      await work(parts, settings.databaseUrl).catch((err: unknown) => {
        log.warn({ err }, 'something that is over will be taken away later');
      });
    }
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

interface ErasedRow {
  readonly kind: 'membership' | 'person';
  readonly id: string;
  readonly bank: BankId | null;
  readonly person: PersonId;
}

/** The books say that somebody is erased, and yet there is a key. */
export async function finishErasures({ readModels, keys, erasures, store }: Parts): Promise<void> {
  const rows = await readModels.everything<ErasedRow>(
    'select kind, id, bank_id as bank, person_id as person from read.erasure',
    [],
  );
  const all = rows.map(asErased);
  const living = new Set((await keys.ofOwners(all.map(ownerOf))).map(({ owner }) => owner.id));
  const unfinished = all.filter(({ id }) => living.has(id));
  if (unfinished.length > 0) await erasures.carryOut(unfinished, await store.head());
}

function asErased({ kind, id, bank, person }: ErasedRow): Erased {
  if (kind === 'person' || bank === null) return { kind: 'person', id: person };
  return { kind: 'membership', id: id as AccountId, bank, person };
}

/** A view says who may be meant; whoever asked for each of them is asked before anybody is erased. */
export async function eraseUnneeded(
  { readModels, clock }: Parts,
  commands: Pick<CommandBus, 'execute'>,
): Promise<void> {
  const rows = await readModels.everything<{ readonly person: PersonId }>(
    `select person_id as person from read.person_contact c where c.since < $1
       and not exists (select from read.membership m where m.person_id = c.person_id)
       and not exists (select from read.role_grant g where g.person_id = c.person_id)
       and not exists (select from read.erasure e where e.id = c.person_id and e.kind = 'person')`,
    [instant(clock.now() - unneededMs)],
  );
  for (const { person } of rows) await commands.execute(new EraseUnneededCommand(person, 'never-needed'));
}

export async function forgetReadings({ readModels }: Parts, databaseUrl: string): Promise<void> {
  const banks = await readModels.everything<{ readonly bank: BankId; readonly days: number }>(
    `select bank_id as bank, coalesce(read_log_days, $1::integer) as days
     from read.bank left join read.retention using (network_id)`,
    [usualRetention.readLogDays],
  );
  await asOwner(databaseUrl, (client) =>
    client.query(
      `delete from register.reading r using unnest($1::uuid[], $2::integer[]) as kept(bank, days)
       where r.bank_id = kept.bank and r.minute < now() - make_interval(days => kept.days)`,
      [banks.map(({ bank }) => bank), banks.map(({ days }) => days)],
    ),
  );
}

export async function abandonFiles({ staging }: Parts, databaseUrl: string): Promise<void> {
  const { rows } = await asOwner(databaseUrl, (client) =>
    client.query<{ readonly id: ImportId }>(
      `select id from staging.import where status = 'staged' and staged_at < now() - make_interval(days => $1)`,
      [stagedDaysMax],
    ),
  );
  for (const { id } of rows) await staging.abandon(id);
}

/** Where something about people stands in plain, or what opens it. */
const personal = ['read', 'keys', 'identity', 'notifications', 'staging', 'register'];

export async function clearErased(_: Parts, databaseUrl: string): Promise<void> {
  await asOwner(databaseUrl, (client) => clearLeftovers(client, personal));
}

/** Taking away what the application may only add to is the owner's right. */
async function asOwner<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(databaseUrl);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
