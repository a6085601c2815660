import { createHash } from 'node:crypto';
import type { PersonId, Powers } from '#kernel';
import { eventually, readPdf } from '#testing';
import { done, openBank, today, type Bank, type Member } from './bank.js';
import { registerOrigins } from './registered-origins.js';
import { startOwnServer } from './own-server.js';
import { authorizationOf, given, serverUrl } from './server.js';

let bank: Bank;
let lucia: Member;
let carla: Member;
let dina: Member;

const year = today().slice(0, 4);
const days = { from: `${year}-01-01`, to: `${year}-12-31` };
const inColumn = today().split('-').reverse().join('/');

beforeAll(async () => {
  bank = await openBank('statement', { consent: 'RECEIVER', categories: ['piccole-riparazioni'] });
  lucia = await bank.admit('Lucia Bianchi');
  carla = await bank.admit('=Carla “Ferri”');
  dina = await bank.admit('Dina Riva');
  await posted(lucia, carla, 90);
  await posted(carla, lucia, 45);
  await done(lucia.asker, 'logExchange', 'exchange { id }', between(lucia, dina, 30));
  const role = { bank: bank.bank, person: dina.asker.id, role: 'COORDINATOR', hub: bank.hub, from: today() };
  const { position } = await done(bank.administrator, 'grantRole', 'grant { id }', { ...role, reason: 'Voto' });
  await bank.administrator.ask('query P($p: String) { viewer(minPosition: $p) { id } }', { p: position });
}, 60_000);

const between = (provider: Member, receiver: Member, minutes: number) => ({
  provider: provider.account,
  receiver: receiver.account,
  minutes,
  serviceDate: today(),
  hub: bank.hub,
  category: 'piccole-riparazioni',
});

/** Whoever receives says so, and the hours have moved. */
async function posted(provider: Member, receiver: Member, minutes: number): Promise<void> {
  await done(receiver.asker, 'logExchange', 'exchange { id }', between(provider, receiver, minutes));
}

interface From {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
  readonly powers?: Powers;
}

interface Downloaded {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

async function download(
  who: PersonId | undefined,
  kind: 'csv' | 'pdf',
  account: string,
  { query = days, headers = {}, url = serverUrl(), powers = 'all' }: From = {},
): Promise<Downloaded> {
  const authorization = who && (await authorizationOf(who, powers));
  const address = `${url}/accounts/${account}/statement.${kind}?${new URLSearchParams(query).toString()}`;
  const answer = await fetch(address, { headers: { ...headers, ...(authorization && { authorization }) } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const errorIn = ({ bytes }: Downloaded): unknown => JSON.parse(bytes.toString());

/** Once both entries are visible. */
async function csvOf(who: Member, query: Readonly<Record<string, string>> = days): Promise<string> {
  return eventually(async () => {
    const text = (await download(who.person, 'csv', lucia.account, { query })).bytes.toString();
    if (!text.includes(';45;')) throw new Error('the second entry is not visible yet');
    return text;
  });
}

test('as CSV: the lines, between the balance before and the balance after', async () => {
  const bankName = 'Banca di statement';
  expect((await csvOf(lucia)).split('\n').slice(1)).toEqual([
    `${bankName};1;01/01/${year};;;Saldo iniziale;;;;;0;0:00`,
    `${bankName};1;${inColumn};1;'=Carla “Ferri”;Piccole riparazioni;90;1:30;;;90;1:30`,
    `${bankName};1;${inColumn};2;'=Carla “Ferri”;Piccole riparazioni;;;45;0:45;45;0:45`,
    `${bankName};1;31/12/${year};;;Saldo finale;;;;;45;0:45`,
    '',
  ]);
});

test('as PDF: the same content, with its hash, what waits apart, tagged, in the language of the address', async () => {
  const csv = await csvOf(lucia, { ...days, lang: 'en' });
  const { bytes } = await download(lucia.person, 'pdf', lucia.account, { query: { ...days, lang: 'en' } });
  const { pages, ...document } = readPdf(bytes);
  const texts = (pages[0] ?? []).map(({ tag, text }) => `${tag} ${text.replaceAll('\u00a0', ' ')}`);
  expect(document).toMatchObject({ language: 'en', isTagged: true, showsTitle: true, columnHeads: 7 });
  expect(pages).toHaveLength(1);
  const isMissing = (text: string): boolean => !texts.includes(text);
  expect(
    [
      'H1 Statement',
      'P Time bank:  Banca di statement',
      'P Hub:  Hub di statement',
      'P Member:  Lucia Bianchi, no. 1',
      'P Closing balance:  45 min in credit',
      'TH Received',
      'TD =Carla “Ferri”',
      'TD 1 h 30 min cr.',
      'P Waiting for confirmation, not included in the balance: 1 exchange (given 30 min).',
      'P An hour is an hour: this sheet has no value in money.',
    ].filter(isMissing),
  ).toEqual([]);
  const hash = createHash('sha256').update(csv).digest('hex');
  expect(texts.join()).toContain(`SHA-256 of the content: ${hash} Member no. 1 · book at entry no. 2 page 1 of 1`);
  const again = await download(lucia.person, 'pdf', lucia.account, { query: { ...days, lang: 'en' } });
  expect(again.bytes.equals(bytes)).toBe(true);
});

test('comes as a file that nobody keeps', async () => {
  const kinds = [
    ['csv', 'text/csv; charset=utf-8'],
    ['pdf', 'application/pdf'],
  ] as const;
  for (const [kind, type] of kinds) {
    const { headers } = await download(lucia.person, kind, lucia.account);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="estratto-conto-1-${days.from}-${days.to}.${kind}"`,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      vary: 'Origin',
    });
  }
});

test('begins with a byte order mark where it is asked to', async () => {
  const begins = async (query: Readonly<Record<string, string>>): Promise<number> => {
    const { bytes } = await download(lucia.person, 'csv', lucia.account, { query: { ...days, ...query } });
    return bytes.indexOf(Buffer.from([0xef, 0xbb, 0xbf]));
  };
  expect([await begins({ bom: '1' }), await begins({})]).toEqual([0, -1]);
});

describe('whoever has a role that lets them read the account', () => {
  test('has it too, and is noted', async () => {
    for (const reader of [dina.person, bank.keeper]) {
      expect((await download(reader, 'pdf', lucia.account)).status).toBe(200);
    }
    await eventually(async () => {
      const asked =
        'query R($id: ID!) { viewer { account(id: $id) { readings(first: 9) { edges { node { kind by } } } } } }';
      const { data } = await lucia.asker.ask(asked, { id: lucia.account });
      for (const by of [dina.asker.id, bank.administrator.id]) {
        expect(JSON.stringify(data)).toContain(JSON.stringify({ kind: 'STATEMENT', by }));
      }
    });
  });

  test('has none of it on the page of a hub', async () => {
    const embedded = await download(dina.person, 'csv', lucia.account, { powers: 'own' });
    expect(embedded.status).toBe(404);
    expect((await download(dina.person, 'csv', dina.account, { powers: 'own' })).status).toBe(200);
  });
});

describe('nobody else has it', () => {
  test('another member’s account answers as one that does not exist', async () => {
    const elsewhere = await openBank('statement-elsewhere');
    const gina = await elsewhere.admit('Gina Sole');
    const unknown = Buffer.from(gina.account, 'base64url').fill(7, 17).toString('base64url');
    for (const kind of ['csv', 'pdf'] as const) {
      const answers = await Promise.all(
        [lucia.account, gina.account, unknown, 'nothing', lucia.asker.id].map(async (account) => {
          const answer = await download(carla.person, kind, account);
          return [answer.status, answer.headers.get('content-type'), answer.bytes.toString()];
        }),
      );
      const said = JSON.stringify({ error: { code: 'NOT_FOUND', message: 'Non lo troviamo.' } });
      expect(answers).toEqual(answers.map(() => [404, 'application/json; charset=utf-8', said]));
    }
  }, 60_000);

  test('a stranger is asked to sign in', async () => {
    for (const account of [lucia.account, 'nothing']) {
      const answer = await download(undefined, 'pdf', account);
      expect([answer.status, errorIn(answer)]).toMatchObject([401, { error: { code: 'UNAUTHENTICATED' } }]);
    }
  });
});

test.each([
  [{ from: `${year}-02-01`, to: `${year}-01-31` }, 'to', 'La prima data viene dopo la seconda.'],
  [{ from: `${year}-02-01`, to: `${year}-01-31`, lang: 'en' }, 'to', 'The first date is after the second.'],
  [{ from: 'ieri', to: today() }, 'from', 'Scrivi due date, la prima e l’ultima, come 2026-11-22.'],
  [{ from: today() }, 'to', 'Scrivi due date, la prima e l’ultima, come 2026-11-22.'],
  [{ from: '1899-12-31', to: today(), lang: 'en' }, 'from', 'Choose dates from 1900 to 2199.'],
])('%j is refused in the reader’s language', async (query, field, message) => {
  const answer = await download(lucia.person, 'pdf', lucia.account, { query });
  expect(answer.status).toBe(400);
  expect(errorIn(answer)).toEqual({ error: { code: 'BAD_USER_INPUT', message, field } });
});

test('a program says its language in the header', async () => {
  const headers = { 'accept-language': 'en-GB' };
  const answer = await download(lucia.person, 'csv', lucia.account, { headers });
  expect(answer.bytes.toString()).toMatch(/^Time bank;/);
});

test('a page of a registered origin may fetch it, any other page may not', async () => {
  const origin = 'https://www.estratti.example';
  await registerOrigins(bank, [origin]);
  const allowed = async (from: string): Promise<string | null> => {
    const answer = await download(lucia.person, 'pdf', lucia.account, { headers: { origin: from } });
    return answer.headers.get('access-control-allow-origin');
  };
  expect(await allowed(origin)).toBe(origin);
  expect(await allowed('https://evil.example')).toBeNull();
}, 60_000);

test('who asks too often waits, and is told how long', async () => {
  const server = await startOwnServer(given('SERVER_DATABASE_URL'), { OPERATIONS_PER_MINUTE: '3' });
  try {
    const answers: Downloaded[] = [];
    for (let times = 0; times < 3; times += 1) {
      answers.push(await download(lucia.person, 'csv', lucia.account, { url: server.url }));
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 429, 429]);
    for (const answer of answers.slice(1)) {
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(errorIn(answer)).toMatchObject({ error: { code: 'RATE_LIMITED' } });
    }
  } finally {
    await server.close();
  }
}, 60_000);
