import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { openMasterKey } from './master-key.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp('/tmp/master-key-');
});
afterEach(() => rm(folder, { recursive: true }));

describe('the master key', () => {
  test('is made once, for its owner alone, also when many start together', async () => {
    const file = `${folder}/keys/master.key`;
    const keys = await Promise.all(Array.from({ length: 8 }, () => openMasterKey(file)));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(readdir(`${folder}/keys`)).resolves.toEqual(['master.key']);
    await expect(openMasterKey(file)).resolves.toEqual(keys[0]);
    await expect(readFile(file, 'utf8')).resolves.toMatch(/^[A-Za-z0-9_-]{43}\n$/);
  });

  test.each([0o640, 0o604])('is refused where others can read it: mode %o', async (mode) => {
    const file = `${folder}/master.key`;
    await openMasterKey(file);
    await chmod(file, mode);
    await expect(openMasterKey(file)).rejects.toThrow(`can be read by others: make it yours alone with "chmod 600`);
  });

  test.each(['', 'short', 'a'.repeat(44), `${'a'.repeat(42)}!`])('is refused when it is %j', async (text) => {
    const file = `${folder}/master.key`;
    await writeFile(file, text, { mode: 0o600 });
    await expect(openMasterKey(file)).rejects.toThrow('is not 32 bytes in base64url');
  });
});
