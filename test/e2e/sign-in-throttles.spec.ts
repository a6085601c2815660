import { openBank, type Bank } from './bank.js';
import { auth, someAddress, somewhere, type Told } from './signing-in.js';

let bank: Bank;
beforeAll(async () => {
  bank = await openBank('frenata');
}, 60_000);

const codeFor = (address: string, place = somewhere(), hub = bank.hub): Promise<Told> =>
  auth('code', { address, hub }, { place });

/** So many requests, some at once. */
async function asked(times: number, ask: () => Promise<Told>): Promise<readonly number[]> {
  const statuses: number[] = [];
  const one = async (): Promise<void> => {
    while (statuses.length < times) {
      const at = statuses.push(0) - 1;
      statuses[at] = (await ask()).status;
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return statuses;
}

function expectToWait({ status, body, headers }: Told, secondsMax: number): void {
  expect([status, body.error?.code]).toEqual([429, 'ASKED_TOO_OFTEN']);
  expect(Number(headers['retry-after'])).toBeGreaterThan(secondsMax - 60);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(secondsMax);
}

test('one address: twenty codes an hour, from wherever they are asked for', async () => {
  const address = someAddress('tutti');
  expect(new Set(await asked(20, () => codeFor(address)))).toEqual(new Set([200]));
  const place = somewhere();
  expectToWait(await codeFor(address.toUpperCase(), place), 3_600);
  expect((await codeFor(someAddress('altra'), place)).status).toBe(200);
});

test('one place: sixty codes in a quarter of an hour, for whomever', async () => {
  const place = somewhere();
  expect(new Set(await asked(60, () => codeFor(someAddress('molti'), place)))).toEqual(new Set([200]));
  expectToWait(await codeFor(someAddress('uno'), place), 900);
  expect((await codeFor(someAddress('uno'))).status).toBe(200);
});

test('one hub: six hundred codes in a quarter of an hour; another hub is none the worse', async () => {
  const crowded = await openBank('affollata');
  const codeThere = () => codeFor(someAddress('folla'), somewhere(), crowded.hub);
  expect(new Set(await asked(600, codeThere))).toEqual(new Set([200]));
  expectToWait(await codeThere(), 900);
  expect((await codeFor(someAddress('altrove'))).status).toBe(200);
}, 60_000);

test('wrong codes: sixty from one place in a quarter of an hour, on mail and on paper together', async () => {
  const place = somewhere();
  const onPaper = () => auth('token', { memberNumber: 1, code: 'AAAAA AAAAA', hub: bank.hub }, { place });
  const byMail = async () => {
    const { body } = await codeFor(someAddress('prova'));
    return auth('token', { challenge: body['challenge'], code: '000000' }, { place });
  };
  expect(new Set(await asked(30, onPaper))).toEqual(new Set([401]));
  expect(new Set(await asked(30, byMail))).toEqual(new Set([401]));
  expectToWait(await byMail(), 900);
  expectToWait(await onPaper(), 900);
  expect(
    (await auth('token', { memberNumber: 1, code: 'AAAAA AAAAA', hub: bank.hub }, { place: somewhere() })).status,
  ).toBe(401);
}, 30_000);
