import { done, key, openBank, today, type Bank, type Member } from './bank.js';
import type { UserError } from './server.js';

let bank: Bank;
let carla: Member;
let lucia: Member;
beforeAll(async () => {
  bank = await openBank('tour');
  carla = await bank.admit('Carla Bruni');
  lucia = await bank.admit('Lucia Sala');
}, 60_000);

interface Statement {
  readonly viewer: {
    readonly account: {
      readonly balanceMinutes: number;
      readonly waitingMinutes: number;
      readonly statement: {
        readonly edges: readonly {
          readonly cursor: string;
          readonly node: {
            readonly minutes: number;
            readonly balanceAfterMinutes: number;
            readonly other: { readonly displayName: string };
          };
        }[];
      };
    } | null;
    readonly trialBalance: { readonly sumMinutes: number; readonly entries: number } | null;
  };
}

const statement = `query S($id: ID!, $bank: ID!, $p: String) { viewer(minPosition: $p) {
  account(id: $id) { balanceMinutes waitingMinutes statement(first: 5) { edges { cursor node { minutes balanceAfterMinutes other { displayName } } } } }
  trialBalance(bank: $bank) { sumMinutes entries }
} }`;

function logged(minutes: number, more: object = {}) {
  return { provider: carla.account, receiver: lucia.account, minutes, serviceDate: today(), hub: bank.hub, ...more };
}

test('an hour is logged, confirmed, and stands on both statements; the bank sums to zero', async () => {
  const { exchange } = await done<{ exchange: { id: string; state: string; turn: string } }>(
    carla.asker,
    'logExchange',
    'exchange { id state turn }',
    logged(90),
  );
  expect(exchange).toMatchObject({ state: 'LOGGED', turn: 'RECEIVER' });

  const posted = await done<{ exchange: { state: string; entryNumber: number } }>(
    lucia.asker,
    'confirmExchange',
    'exchange { state entryNumber }',
    { exchange: exchange.id },
  );
  expect(posted.exchange).toEqual({ state: 'POSTED', entryNumber: 1 });

  const variables = { id: lucia.account, bank: bank.bank, p: posted.position };
  const mine = await lucia.asker.ask<Statement>(statement, variables);
  expect(mine.data.viewer.account).toMatchObject({ balanceMinutes: -90, waitingMinutes: 0 });
  expect(mine.data.viewer.account?.statement.edges.map(({ node }) => node)).toEqual([
    { minutes: -90, balanceAfterMinutes: -90, other: { displayName: 'Carla Bruni' } },
  ]);
  expect(mine.data.viewer.trialBalance).toBeNull();

  const books = await bank.administrator.ask<Statement>(statement, variables);
  expect(books.data.viewer.trialBalance).toEqual({ sumMinutes: 0, entries: 1 });
});

test('the same key twice is one request, and another body under it is refused', async () => {
  const idempotencyKey = key();
  const select = 'exchange { id }';
  const first = await done<{ exchange: { id: string } }>(
    carla.asker,
    'logExchange',
    select,
    logged(15, { idempotencyKey }),
  );
  const again = await done<{ exchange: { id: string } }>(
    carla.asker,
    'logExchange',
    select,
    logged(15, { idempotencyKey }),
  );
  expect(again).toEqual(first);
  await expect(done(carla.asker, 'logExchange', select, logged(30, { idempotencyKey }))).rejects.toThrow(
    'IDEMPOTENCY_CONFLICT',
  );
  await done(carla.asker, 'withdrawExchange', select, { exchange: first.exchange.id });
});

test('other minutes pass the turn, and a refusal gives its reason', async () => {
  const { exchange } = await done<{ exchange: { id: string } }>(
    carla.asker,
    'logExchange',
    'exchange { id }',
    logged(60),
  );
  const answered = await done<{ exchange: { turn: string; minutes: number } }>(
    lucia.asker,
    'answerExchange',
    'exchange { turn minutes }',
    { exchange: exchange.id, minutes: 45 },
  );
  expect(answered.exchange).toEqual({ turn: 'PROVIDER', minutes: 45 });
  const declined = await done<{ exchange: { state: string } }>(carla.asker, 'declineExchange', 'exchange { state }', {
    exchange: exchange.id,
    reason: 'Era un’ora intera.',
  });
  expect(declined.exchange.state).toBe('DECLINED');
});

interface Refused {
  readonly logExchange: { readonly userErrors: readonly UserError[]; readonly exchange: null };
}
const log =
  'mutation L($input: LogExchangeInput!) { logExchange(input: $input) { exchange { id } userErrors { field code message } } }';

test.each([
  [
    'it',
    { minutes: 20 },
    { field: 'minutes', code: 'MINUTES_NOT_IN_STEPS', message: 'La durata va a passi di 15 min.' },
  ],
  [
    'en',
    { minutes: 20 },
    { field: 'minutes', code: 'MINUTES_NOT_IN_STEPS', message: 'The duration goes in steps of 15 min.' },
  ],
  [
    'it',
    { minutes: 0 },
    { field: 'minutes', code: 'MINUTES_NOT_POSITIVE', message: 'La durata deve essere maggiore di zero.' },
  ],
  [
    'it',
    { minutes: -15 },
    { field: 'minutes', code: 'MINUTES_NOT_POSITIVE', message: 'La durata deve essere maggiore di zero.' },
  ],
  [
    'it',
    { minutes: 1_455 },
    { field: 'minutes', code: 'MINUTES_ABOVE_MAX', message: 'Uno scambio dura al massimo 24 h.' },
  ],
  [
    'en',
    { category: 'volo' },
    { field: 'category', code: 'UNKNOWN_CATEGORY', message: 'The bank does not have this category.' },
  ],
  [
    'it',
    { desk: 'uno' },
    { field: 'desk', code: 'DESK_ONLY', message: 'Solo uno sportello può indicarlo: lascia vuoto questo campo.' },
  ],
] as const)('in %s, %j is refused in words', async (language, more, userError) => {
  const input = { ...logged(60), ...more, idempotencyKey: key() };
  const { data, status } = await carla.asker.ask<Refused>(log, { input }, language);
  expect(status).toBe(200);
  expect(data.logExchange).toEqual({ exchange: null, userErrors: [userError] });
});

test('nobody exchanges with themselves', async () => {
  const input = { ...logged(60), receiver: carla.account, idempotencyKey: key() };
  const { data } = await carla.asker.ask<Refused>(log, { input }, 'en');
  expect(data.logExchange.userErrors[0]?.code).toBe('SELF_EXCHANGE');
});
