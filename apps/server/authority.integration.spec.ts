import { CommandBus } from '@nestjs/cqrs';
import { pino } from 'pino';
import {
  inPerson,
  ownerOf,
  streamOf,
  type AccountId,
  type BankId,
  type GrantId,
  type HubId,
  type PersonId,
} from '#kernel';
import { AuthoriseCommand, GrantRoleCommand, RevokeRoleCommand, type Authorised } from '#ledger';
import { AdmitPersonCommand } from '#membership';
import { idOf } from '#testing';
import { createContext, type Context } from './context.js';
import {
  accepted,
  ada,
  bankReady,
  commands,
  context,
  correlation,
  day,
  newcomer,
  settings,
} from './setting-up.example.js';

const bruna = idOf<PersonId>('Bruna');
const reason = { texts: { reason: 'voted' } };

/** A second process on the same database. */
let other: Context;
beforeEach(async () => {
  other = await createContext(settings, pino({ level: 'silent' }));
});
afterEach(async () => {
  await other.close();
});

async function memberOf(bank: BankId, hub: HubId): Promise<AccountId> {
  const admission = { bank, who: { newcomer }, hub, since: day('2026-02-01'), channel: false };
  const event = accepted(
    await commands.execute(new AdmitPersonCommand(admission, inPerson(ada), 'admitting', correlation)),
  );
  if (event.type !== 'MemberAdmitted') throw new Error(event.type);
  return event.data.account;
}

async function granted(bank: BankId, hub: HubId, key: string): Promise<GrantId> {
  const input = { person: bruna, role: 'coordinator', hub, from: day('2026-01-01') } as const;
  const command = { name: 'GrantRole', input, ...reason } as const;
  const asked = {
    stream: streamOf('journal', bank),
    actor: { person: ada },
    key: `granting-${key}`,
    correlation,
    command,
  };
  const event = accepted(await commands.execute(new GrantRoleCommand(asked)));
  if (event.type !== 'RoleGranted') throw new Error(event.type);
  return event.data.grant;
}

function revoked(bank: BankId, grant: GrantId) {
  const command = { name: 'RevokeRole', input: { grant }, ...reason } as const;
  const asked = {
    stream: streamOf('journal', bank),
    actor: { person: ada },
    key: `revoking-${grant}`,
    correlation,
    command,
  };
  return commands.execute(new RevokeRoleCommand(asked));
}

const authorised = (process: Context, bank: BankId, account: AccountId): Promise<Authorised> =>
  process.app.get(CommandBus).execute(new AuthoriseCommand(bank, inPerson(bruna), 'change-contact', { account }));

const head = (bank: BankId) => context.parts.store.readStream(streamOf('journal', bank), 0, 1_000);

test('another process that knew the role refuses as soon as the revocation is answered, and writes nothing', async () => {
  const { bank, hub } = await bankReady();
  const account = await memberOf(bank, hub);
  const grant = await granted(bank, hub, 'once');
  expect(await authorised(other, bank, account)).toMatchObject({
    accepted: true,
    authority: { grant: { stream: streamOf('journal', bank), revision: 3 } },
  });
  accepted(await revoked(bank, grant));
  const before = (await head(bank)).length;
  expect(await authorised(other, bank, account)).toMatchObject({ accepted: false, refusal: { code: 'NOT_FOUND' } });
  expect(await head(bank)).toHaveLength(before);
});

test('while a role is revoked on one process, another is told yes until it is told no, and no longer than the answer', async () => {
  const { bank, hub } = await bankReady();
  const account = await memberOf(bank, hub);
  for (let round = 0; round < 25; round += 1) {
    const grant = await granted(bank, hub, `round-${String(round)}`);
    expect(await authorised(other, bank, account)).toMatchObject({ accepted: true });
    let isRevoked = false;
    const revoking = revoked(bank, grant).then((verdict) => {
      isRevoked = true;
      return accepted(verdict);
    });
    for (let isTold = true; isTold;) {
      const wasRevoked = isRevoked;
      isTold = (await authorised(other, bank, account)).accepted;
      expect(isTold && wasRevoked).toBe(false);
    }
    expect(await authorised(context, bank, account)).toMatchObject({ accepted: false });
    await revoking;
  }
}, 30_000);

test('the person’s own record says by what role a newcomer was registered', async () => {
  const { bank, hub } = await bankReady();
  await memberOf(bank, hub);
  const actors: unknown[] = [];
  const { store, codec } = context.parts;
  const signal = AbortSignal.timeout(5_000);
  const until = await store.head();
  for await (const { records, through } of store.subscribe({
    after: 0n,
    categories: ['person'],
    batchSize: 10,
    signal,
  })) {
    for (const record of records) {
      if (ownerOf<PersonId>(record.stream) !== ada) actors.push(codec.decode(record).actor);
    }
    if (through >= until) break;
  }
  expect(actors).toEqual([{ person: ada, grant: { stream: streamOf('journal', bank), revision: 0 } }]);
});
