import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountId, BankId, Erased, Instant, PersonId } from '#kernel';
import { idOf } from '#testing';
import { ErasureRegisterFile } from './erasure-register.js';

const at = '2026-11-22T10:00:00.000Z' as Instant;
const lucia: Erased = { kind: 'person', id: idOf<PersonId>('Lucia') };
const carla: Erased = { ...lucia, id: idOf<PersonId>('Carla') };
const hers: Erased = {
  kind: 'membership',
  id: idOf<AccountId>('account'),
  bank: idOf<BankId>('bank'),
  person: idOf<PersonId>('Lucia'),
};

let folder: string;
let file: string;
let register: ErasureRegisterFile;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'));
  file = join(folder, 'erasures', 'register.jsonl');
  register = new ErasureRegisterFile(file);
});
afterEach(() => rm(folder, { recursive: true }));

test('nobody is in a register that is not there yet', async () => {
  expect(await register.all()).toEqual([]);
});

test('holds each erasure once, for its owner’s eyes alone', async () => {
  await register.add([hers, lucia], at);
  await register.add([lucia], at);

  expect((await register.all()).map(({ kind, id }) => ({ kind, id }))).toEqual([
    { kind: 'membership', id: hers.id },
    { kind: 'person', id: lucia.id },
  ]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(3);
});

test.each(['{"at":"2026', '{}', '{"kind":"person","id":"Lucia"}', '[1]', 'null'])(
  'passes over what a crash left half written, and goes on behind it: %s',
  async (torn) => {
    await register.add([lucia], at);
    await appendFile(file, torn);
    await register.add([carla], at);

    expect((await register.all()).map(({ id }) => id)).toEqual([lucia.id, carla.id]);
  },
);

test('a register that cannot be written to refuses', async () => {
  await writeFile(join(folder, 'erasures'), '');
  await expect(register.add([lucia], at)).rejects.toMatchObject({ code: 'ENOTDIR' });
});
