import { openBank, type Bank } from './bank.js';
import { admitWithEmail, auth, signIn, someAddress, somewhere, type From, type Told } from './signing-in.js';

let bank: Bank;
let address: string;
beforeAll(async () => {
  bank = await openBank('domanda');
  address = someAddress('carla');
  await admitWithEmail(bank, 'Carla Ferri', address);
}, 60_000);

const question = {
  query: 'query Q($b: ID!) { viewer { member: members(bank: $b, first: 1) { edges { node { id } } } } }',
};

interface Sealed {
  readonly refresh: unknown;
  readonly device: unknown;
}

async function signedIn(): Promise<Sealed> {
  const { body } = await signIn(address, bank.hub, { place: somewhere() });
  return sealedIn(body);
}

const sealedIn = ({ refresh, device }: Told['body']): Sealed => ({ refresh, device });

const ask = (sealed: object, from: From = {}, asked: object = question): Promise<Told> =>
  auth('refresh', { ...sealed, question: { variables: { b: bank.bank }, ...asked } }, from);

test('a page that is opened again is let in and answered by one request', async () => {
  const first = await ask(await signedIn());
  expect(Object.keys(first.body)).toEqual(['access', 'accessSeconds', 'refresh', 'device', 'answer']);
  expect(JSON.stringify(first.body['answer'])).toMatch(
    /^{"data":{"viewer":{"member":{"edges":\[{"node":{"id":"[^"]+"}}\]}}}}$/,
  );
  expect((await auth('refresh', sealedIn(first.body))).body).not.toHaveProperty('answer');
});

test('a question that is wrong is answered as ever, and the sign-in is renewed all the same', async () => {
  const { status, body } = await ask(await signedIn(), {}, { query: '{ nothing }' });
  expect(status).toBe(200);
  expect(body['answer']).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  expect((await auth('refresh', sealedIn(body))).status).toBe(200);
  for (const none of [null, 'viewer', 7]) {
    const asked = await auth('refresh', { ...(await signedIn()), question: none });
    expect([asked.status, 'answer' in asked.body]).toEqual([200, false]);
  }
});

test('a token that is forged, over, of another page or used long ago is answered nothing', async () => {
  const refused = async (sealed: object, from: From = {}): Promise<void> => {
    const { status, body } = await ask(sealed, from);
    expect([status, Object.keys(body)]).toEqual([401, ['error']]);
  };
  const mine = await signedIn();
  await refused({ refresh: `${crypto.randomUUID()}.0.${'A'.repeat(43)}`, device: mine.device });
  await refused({ ...mine, refresh: String(mine.refresh).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) });
  await refused(mine, { origin: 'https://altrove.example' });
  await refused(mine, { origin: undefined });

  const next = await ask(mine);
  const latest = await ask(sealedIn(next.body));
  await refused(mine);
  await refused(sealedIn(latest.body));

  const { body } = await signIn(address, bank.hub, { place: somewhere() });
  await auth('sign-out', {}, { token: String(body['access']) });
  await refused(sealedIn(body));
  const copied = await signedIn();
  await refused({ ...copied, device: 'another' });
  await refused(copied);
});
