import { eventually } from '#testing';
import { done, key, openBank, today, uuidIn, type Bank, type Member } from './bank.js';
import { linkIn, mailsTo, mailTo } from './mails.js';
import { as, serverUrl } from './server.js';
import { admitWithEmail, someAddress } from './signing-in.js';

interface Claim {
  readonly exchange: { readonly id: string };
}

const note = 'quartiere segreto';

/** Words of a page, with plain spaces. */
async function wordsOf(answer: Response): Promise<string> {
  return (await answer.text()).replaceAll('\u00a0', ' ');
}

const opened = (link: string, init?: RequestInit): Promise<string> => fetch(link, init).then(wordsOf);
const pressed = (link: string, body?: string): Promise<Response> =>
  fetch(link, {
    method: 'POST',
    ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  });

interface Reached extends Member {
  readonly address: string;
}

async function admitReached(bank: Bank, displayName: string): Promise<Reached> {
  const address = someAddress(displayName.toLowerCase().replace(/\W/g, ''));
  const account = await admitWithEmail(bank, displayName, address);
  const node = await eventually(async () => {
    const { data } = await bank.administrator.ask<{
      viewer: { members: { edges: readonly { node: { id: string; person: string } }[] } };
    }>('query P($bank: ID!) { viewer { members(bank: $bank, first: 100) { edges { node { id person } } } } }', {
      bank: bank.bank,
    });
    const found = data.viewer.members.edges.map((edge) => edge.node).find(({ id }) => id === account);
    if (!found) throw new Error('the new member is not seen yet');
    return found;
  });
  const person = uuidIn(node.person);
  return { account, person, asker: await as(person), address };
}

async function balanceOf({ asker, account }: Member): Promise<number> {
  const { data } = await asker.ask<{ node: { balanceMinutes: number } }>(
    'query B($id: ID!) { node(id: $id) { ... on Account { balanceMinutes } } }',
    { id: account },
  );
  return data.node.balanceMinutes;
}

async function twoNeighbours(rules: object = {}): Promise<{ bank: Bank; carla: Reached; lucia: Reached }> {
  const bank = await openBank('posta', rules);
  const carla = await admitReached(bank, 'Carla Ferri');
  return { bank, carla, lucia: await admitReached(bank, 'Lucia Bianchi') };
}

function logged(bank: Bank, by: Member, provider: Member, receiver: Member, minutes = 90): Promise<Claim> {
  return done<Claim>(by.asker, 'logExchange', 'exchange { id }', {
    provider: provider.account,
    receiver: receiver.account,
    minutes,
    serviceDate: today(),
    hub: bank.hub,
    category: 'cucina',
    note,
    idempotencyKey: key(),
  });
}

test('a claim is mailed, its page confirms it by one button and nothing else, and both hear that hours moved', async () => {
  const { bank, carla, lucia } = await twoNeighbours();
  await logged(bank, carla, carla, lucia);
  const mail = await mailTo(lucia.address, /confermi/);
  expect(mail.subject).toBe('Carla Ferri ti ha dato 1 h 30 min: confermi?');
  expect(mail.text).not.toContain(note);
  expect(await mailsTo(carla.address)).toEqual([]);

  const link = linkIn(mail, 'conferma');
  for (const method of ['GET', 'HEAD', 'GET'] as const) {
    const answer = await fetch(link, { method });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none';frame-ancestors 'none';style-src 'sha256-[^']+';form-action 'self';base-uri 'none'$/,
    );
  }
  const page = await opened(link);
  expect(page).toContain('<h1>Carla Ferri dice di averti dato 1 h 30 min</h1>');
  expect(page).toContain('Dopo avrai 1 h 30 min a debito.');
  expect(page.match(/<button>/g)).toHaveLength(1);
  expect(page).not.toContain('<script');
  expect(page).not.toContain(note);
  expect([await balanceOf(carla), await balanceOf(lucia)]).toEqual([0, 0]);

  const confirmed = await pressed(link, '');
  expect(confirmed.status).toBe(200);
  expect(await wordsOf(confirmed)).toMatch(
    /Confermato\.<\/h1>[^]*Ora hai 1 h 30 min a debito\.[^]*<p>Carla lo sa già\./,
  );
  await eventually(async () => {
    expect([await balanceOf(carla), await balanceOf(lucia)]).toEqual([90, -90]);
  });
  const again = await wordsOf(await pressed(link));
  expect(again).toMatch(/Hai già confermato (il |l’)\d+°? \p{L}+ \d{4}\.<\/h1>/u);
  expect(again).not.toContain('<button>');
  expect(await balanceOf(lucia)).toBe(-90);

  const moved = await mailTo(carla.address, /^Confermato/);
  expect(moved.subject).toBe('Confermato: hai dato 1 h 30 min a Lucia Bianchi');
  const account = await fetch(linkIn(moved, 'h'));
  expect(account.status).toBe(200);
  expect(await account.text()).toContain('<title>Banca di posta</title>');
  expect(await mailsTo(lucia.address)).toHaveLength(1);
}, 40_000);

test('other minutes make the link of before void, and the other side is asked', async () => {
  const { bank, carla, lucia } = await twoNeighbours();
  const { exchange } = await logged(bank, carla, carla, lucia);
  const link = linkIn(await mailTo(lucia.address, /confermi/), 'conferma');
  await done(lucia.asker, 'answerExchange', 'exchange { id }', { exchange: exchange.id, minutes: 60 });
  const answered = await mailTo(carla.address, /confermi/);
  expect(answered.subject).toBe('Lucia Bianchi ha ricevuto da te 1 h: confermi?');
  expect(await wordsOf(await pressed(link))).toContain('Questa richiesta è cambiata.</h1>');
  expect(await balanceOf(lucia)).toBe(0);

  await done(carla.asker, 'withdrawExchange', 'exchange { id }', { exchange: exchange.id });
  await eventually(async () => {
    expect(await opened(linkIn(answered, 'conferma'))).toContain('Hai ritirato la richiesta.</h1>');
  });
}, 40_000);

test('a bank’s hard limit is said on the page; there the claim is declined, and nothing moves', async () => {
  const { bank, carla, lucia } = await twoNeighbours({ floor: { kind: 'HARD', minutes: -60 } });
  const { exchange } = await logged(bank, carla, carla, lucia);
  const link = linkIn(await mailTo(lucia.address, /confermi/), 'conferma');
  const answer = await pressed(link);
  expect(answer.status).toBe(409);
  expect(await wordsOf(answer)).toMatch(
    /Adesso non si può\.<\/h1>\n<p>Si supera il limite del tuo conto \(1 h a debito\)\. Parlane con lo sportello\.<\/p>/,
  );

  const no = `${link}/rifiuto`;
  expect((await fetch(no)).headers.get('content-security-policy')).toContain("form-action 'self'");
  const unsaid = await pressed(no, 'words=niente');
  expect(unsaid.status).toBe(422);
  expect(await wordsOf(unsaid)).toContain('Scegli un motivo.');
  expect(await opened(link)).toContain('<button>Conferma</button>');

  const form = 'reason=hours&words=erano+trenta+minuti';
  const declined = await pressed(no, form);
  expect([declined.status, declined.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
  expect(await wordsOf(declined)).toMatch(
    /Rifiutato\.<\/h1>\n<p>Carla vede il motivo e può registrare di nuovo\. Nessuna ora è passata\.<\/p>/,
  );
  const read = 'query R($id: ID!) { node(id: $id) { ... on Exchange { records { act words } } } }';
  await eventually(async () => {
    const { data } = await carla.asker.ask<{ node: { records: readonly object[] } }>(read, { id: exchange.id });
    const words = 'Le ore non sono giuste. erano trenta minuti';
    expect(data.node.records.at(-1)).toEqual({ act: 'DECLINED', words });
  });
  expect(await wordsOf(await pressed(no, form))).toContain('Questa richiesta è stata rifiutata');
  expect(await wordsOf(await pressed(link))).toContain('Questa richiesta è stata rifiutata');
  expect(await balanceOf(lucia)).toBe(0);
}, 40_000);

test('half a link, a changed one or another’s opens nothing and confirms nothing', async () => {
  const { bank, carla, lucia } = await twoNeighbours();
  await logged(bank, carla, carla, lucia);
  const link = linkIn(await mailTo(lucia.address, /confermi/), 'conferma');
  const changed = link.slice(0, -3) + (link.endsWith('AAA') ? 'BBB' : 'AAA');
  const others = [link.slice(0, -10), changed, `${link}A`, `${changed}/rifiuto`, `${serverUrl()}/conferma/x`];
  for (const other of others) {
    for (const answer of [await fetch(other), await pressed(other)]) {
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Questo indirizzo non è completo');
    }
  }
  const crossed = link.replace('/conferma/', '/avvisi/');
  expect((await pressed(crossed)).status).toBe(404);
  expect(await opened(link)).toContain('<button>Conferma</button>');
}, 40_000);

test('who acts for a member without an address is written to, and confirms for the member', async () => {
  const { bank, carla, lucia: delegate } = await twoNeighbours();
  const frail = await bank.admit('Rosa Galli');
  await done(frail.asker, 'giveMandate', 'mandate { id }', {
    account: frail.account,
    person: opaque(delegate),
    kind: 'DELEGATE',
    from: today(),
  });
  await logged(bank, carla, carla, frail, 30);
  const mail = await mailTo(delegate.address, /confermi/);
  expect(await wordsOf(await pressed(linkIn(mail, 'conferma')))).toContain('Confermato.</h1>');
  await eventually(async () => {
    expect(await balanceOf(frail)).toBe(-30);
  });
}, 40_000);

test('one click of the mail program turns a kind off, the page turns it on again, and nobody is asked to sign in', async () => {
  const { bank, carla, lucia } = await twoNeighbours({ consent: 'RECEIVER' });
  await logged(bank, lucia, carla, lucia);
  const first = await mailTo(carla.address, /^Registrato/);
  const link = linkIn(first, 'avvisi');
  expect(await opened(link)).toContain('Non vuoi più gli avvisi sulle ore passate?');
  expect(await opened(link)).toContain('<button>Togli questo avviso</button>');

  const off = await pressed(link, 'List-Unsubscribe=One-Click');
  expect([off.status, await off.text()]).toEqual([200, expect.stringContaining('Rimetti questo avviso')]);
  await logged(bank, lucia, carla, lucia);
  // Both are followed in their order: what is told of a later claim was decided after the earlier one.
  await logged(bank, lucia, lucia, carla);
  await mailTo(carla.address, /^Lucia Bianchi ti ha dato/);
  expect((await mailsTo(carla.address)).filter(({ subject }) => subject.startsWith('Registrato'))).toHaveLength(1);

  expect(await wordsOf(await pressed(link, 'wanted=yes'))).toContain('Ti avvisiamo di nuovo');
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  expect((await fetch(link, { method: 'POST', body: form })).status).toBe(200);
  expect(await opened(link)).toContain('Rimetti questo avviso');
}, 60_000);

function opaque({ asker }: Member): string {
  return asker.id;
}
