import { QueryBus } from '@nestjs/cqrs';
import { streamOf, type AccountId, type BankId, type PersonId } from '#kernel';
import { EraseMemberCommand } from '#ledger';
import { SetRetentionCommand } from '#hubs';
import { AdmitPersonCommand, DormantMembersQuery } from '#membership';
import {
  accepted,
  ada,
  bankReady,
  commands,
  context,
  correlation,
  day,
  newcomer,
  opcafe,
  settings,
} from '../setting-up.example.js';
import { onDatabase } from './marked-names.example.js';
import { abandonFiles, finishErasures, forgetReadings } from './upkeep.js';

let bank: BankId;
let lucia: { readonly person: PersonId; readonly account: AccountId };

beforeEach(async () => {
  const ready = await bankReady();
  bank = ready.bank;
  const admission = { bank, who: { newcomer }, hub: ready.hub, since: day('2025-01-01'), channel: true };
  const event = accepted(
    await commands.execute(new AdmitPersonCommand(admission, { person: ada }, 'admitting', correlation)),
  );
  if (event.type !== 'MemberAdmitted') throw new Error(event.type);
  lucia = event.data;
  await context.parts.readModels.waitFor(await context.parts.store.head());
}, 60_000);

const count = async (table: string): Promise<number> => {
  const { rows } = await onDatabase(settings.databaseUrl, (client) =>
    client.query<{ n: number }>(`select count(*)::integer as n from ${table}`),
  );
  return rows[0]?.n ?? -1;
};
const run = (sql: string, values: unknown[] = []) =>
  onDatabase(settings.databaseUrl, (client) => client.query(sql, values));

test('an erasure that a crash left decided and not carried out is finished', async () => {
  const command = { name: 'EraseMember', input: { account: lucia.account, ground: 'retention' } } as const;
  const asked = { stream: streamOf('journal', bank), command, actor: { person: ada }, key: 'erasing-her', correlation };
  accepted(await commands.execute(new EraseMemberCommand(asked)));
  await context.parts.readModels.waitFor(await context.parts.store.head());
  const keys = await count('keys.data_key');

  await finishErasures(context.parts);
  expect(await count('keys.data_key')).toBe(keys - 1);
  await finishErasures(context.parts);
  expect(await count('keys.data_key')).toBe(keys - 1);
});

test.each([
  { days: 30, ago: 31, left: 0 },
  { days: 30, ago: 29, left: 1 },
  { days: undefined, ago: 364, left: 1 },
  { days: undefined, ago: 366, left: 0 },
])('who read an account $ago days ago is kept where it is for $days days: $left', async ({ days, ago, left }) => {
  if (days !== undefined) {
    const command = { name: 'SetRetention', input: { monthsAfterLastActivity: 24, readLogDays: days } } as const;
    const asked = {
      stream: streamOf('network', opcafe),
      command,
      actor: { person: ada },
      key: 'retaining',
      correlation,
    };
    accepted(await commands.execute(new SetRetentionCommand(asked)));
    await context.parts.readModels.waitFor(await context.parts.store.head());
  }
  await run(
    `insert into register.reading (bank_id, account_id, reader_id, kind, minute)
     values ($1, $2, $3, 'statement', now() - make_interval(days => $4))`,
    [bank, lucia.account, ada, ago],
  );
  await forgetReadings(context.parts, settings.databaseUrl);
  expect(await count('register.reading')).toBe(left);
});

test.each([
  { ago: 29, left: 1 },
  { ago: 31, left: 0 },
])('a file that nobody recorded for $ago days', async ({ ago, left }) => {
  await run(
    `insert into staging.import (id, bank, person, new_members, exchanges, minutes, staged_at)
     values (gen_random_uuid(), $1, $2, 0, 0, 0, now() - make_interval(days => $3))`,
    [bank, ada, ago],
  );
  await abandonFiles(context.parts, settings.databaseUrl);
  expect(await count('staging.import')).toBe(left);
});

test('members without a record since a day are listed for who keeps them, and for nobody else', async () => {
  const asked = (person: PersonId, since: string) =>
    context.app.get(QueryBus).execute(new DormantMembersQuery({ person, powers: 'all' }, bank, day(since)));
  expect(await asked(ada, '2025-01-02')).toEqual([
    { accountId: lucia.account, bankId: bank, number: 1, lastActive: '2025-01-01' },
  ]);
  expect(await asked(ada, '2025-01-01')).toEqual([]);
  expect(await asked(lucia.person, '2025-01-02')).toEqual([]);
});
