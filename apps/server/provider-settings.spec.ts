import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProviders } from './provider-settings.js';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'reciproca-providers-'))));
afterAll(() => rm(folder, { recursive: true }));

const hub = '5f0e9c1a-7c1b-8a52-9d57-3a2f0c5d6e7f';
const spid = {
  name: 'spid',
  title: { it: 'Entra con SPID o CIE', en: 'Sign in with SPID or CIE' },
  issuer: 'https://accesso.example.org',
  clientId: 'reciproca',
  clientSecret: 'secret-of-the-file',
  levels: ['https://www.spid.gov.it/SpidL2'],
  console: true,
  hubs: [hub],
};

async function read(content: unknown) {
  const file = join(folder, 'providers.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readProviders(file);
}

test('providers are read as they stand in the file', async () => {
  const { console: isForConsole, ...rest } = spid;
  expect(await read({ providers: [spid] })).toEqual([{ ...rest, isForConsole }]);
  expect(await read({ providers: [] })).toEqual([]);
});

test.each([
  ['no JSON', '{', /is not JSON of the form/],
  ['a list', [spid], /is not JSON of the form/],
  [
    'a name with a slash',
    { providers: [{ ...spid, name: 'a/b' }] },
    /providers\.0\.name must be 1 to 20 small letters/,
  ],
  ['no title in English', { providers: [{ ...spid, title: { it: 'Entra' } }] }, /providers\.0\.title\.en /],
  [
    'an issuer without TLS',
    { providers: [{ ...spid, issuer: 'http://accesso.example.org' }] },
    /providers\.0\.issuer /,
  ],
  ['no secret', { providers: [{ ...spid, clientSecret: '' }] }, /providers\.0\.clientSecret /],
  ['a hub that is no id', { providers: [{ ...spid, hubs: ['rho'] }] }, /providers\.0\.hubs /],
  ['no word about the console', { providers: [{ ...spid, console: undefined }] }, /providers\.0\.console /],
  ['a word that nobody knows', { providers: [{ ...spid, scope: 'profile' }] }, /providers\.0\.scope /],
  ['one name twice', { providers: [spid, spid] }, /two providers have the same name/],
])('%s is refused in one sentence that shows no secret', async (_, content, sentence) => {
  const refused = read(content);
  await expect(refused).rejects.toThrow(sentence);
  await expect(refused).rejects.toMatchObject({ name: 'SettingsRefused' });
  await expect(refused).rejects.not.toThrow('secret-of-the-file');
});

test('a file that is not there is named', async () => {
  await expect(readProviders(join(folder, 'none.json'))).rejects.toThrow(/none\.json cannot be read/);
});
