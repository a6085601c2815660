import { hkdfSync } from 'node:crypto';
import { KeyDestroyed, type CommandId, type KeyId, type KeyOwner, type SealedPlace, type StreamId } from '#kernel';
import { expand, extract } from './hkdf.js';
import { KeyVault } from './key-vault.js';
import { MemoryKeyStore } from './memory-key-store.js';
import { unwrapKey, wrapKey } from './wrapping.js';

const masterKey = new Uint8Array(32).fill(1);
const owner = (number: number, kind: KeyOwner['kind'] = 'membership'): KeyOwner => ({
  kind,
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
});
const carla = owner(1);
const lucia = owner(2);
const stream = `journal-${owner(3).id}` as StreamId;
const note: SealedPlace = { stream, entity: owner(4).id, field: 'note' };
const command = owner(5).id as CommandId;

/** Canonical JSON of the flat values that these tests seal. */
function canonical(value: unknown): string {
  return JSON.stringify(value, Object.keys(value as object).sort());
}

function setUp(): { vault: KeyVault; store: MemoryKeyStore; pass: (ms: number) => void; restarted: () => KeyVault } {
  const store = new MemoryKeyStore();
  let now = 1_000_000;
  const made = (): KeyVault => new KeyVault({ store, masterKey, clock: { now: () => now }, canonical });
  return { vault: made(), store, pass: (ms) => (now += ms), restarted: made };
}

describe('sealing and opening', () => {
  test('what both parties sealed opens, in another process too', async () => {
    const { vault, restarted } = setUp();
    const keys = await vault.ensureKeys([lucia, carla]);
    const sealed = await vault.seal('Spesa e farmacia, grazie è 👍', keys, note);
    expect(sealed.keys).toEqual([...keys].sort());
    await expect(vault.open(sealed, note)).resolves.toBe('Spesa e farmacia, grazie è 👍');
    await expect(restarted().open(sealed, note)).resolves.toBe('Spesa e farmacia, grazie è 👍');
  });

  test('the same text never looks the same twice', async () => {
    const { vault } = setUp();
    const keys = await vault.ensureKeys([carla]);
    const [one, two] = [await vault.seal('a', keys, note), await vault.seal('a', keys, note)];
    expect(one.nonce).not.toBe(two.nonce);
    expect(one.text).not.toBe(two.text);
  });

  test.each<[string, Partial<SealedPlace>]>([
    ['stream', { stream: `journal-${owner(9).id}` as StreamId }],
    ['entity', { entity: owner(9).id }],
    ['field', { field: 'reason' }],
  ])('opens nowhere but at its own %s', async (_, elsewhere) => {
    const { vault } = setUp();
    const sealed = await vault.seal('a', await vault.ensureKeys([carla]), note);
    await expect(vault.open(sealed, { ...note, ...elsewhere })).rejects.toThrow('changed or belongs elsewhere');
  });

  test('does not open under other keys, with another nonce, or cut short', async () => {
    const { vault } = setUp();
    const both = await vault.ensureKeys([carla, lucia]);
    const sealed = await vault.seal('a text', both, note);
    const forged = [
      { ...sealed, keys: both.slice(0, 1) },
      { ...sealed, nonce: Buffer.alloc(12).toString('base64url') },
      { ...sealed, nonce: '' },
      { ...sealed, text: sealed.text.slice(0, -4) },
      { ...sealed, text: 'AAAA' },
    ];
    for (const text of forged) await expect(vault.open(text, note)).rejects.toThrow('changed or belongs elsewhere');
  });

  test('refuses keys out of order, twice the same, and no key', async () => {
    const { vault } = setUp();
    const keys = await vault.ensureKeys([carla, lucia]);
    for (const wrong of [[...keys].reverse(), [...keys, ...keys.slice(1)], []]) {
      await expect(vault.seal('a', wrong, note)).rejects.toThrow(TypeError);
    }
  });
});

describe('keys', () => {
  test('an owner has one key, however often and however many ask', async () => {
    const { vault, restarted } = setUp();
    const [first, again, elsewhere] = await Promise.all([
      vault.ensureKeys([carla, carla]),
      vault.ensureKeys([carla]),
      restarted().ensureKeys([carla]),
    ]);
    expect(first).toHaveLength(1);
    expect(again).toEqual(first);
    expect(elsewhere).toEqual(first);
    await expect(vault.keysOf([carla, lucia, owner(1, 'person')])).resolves.toEqual(first);
  });

  test('once a key is destroyed and forgotten nothing under it opens, seals or compares', async () => {
    const { vault, store } = setUp();
    const keys = await vault.ensureKeys([carla, lucia]);
    const sealed = await vault.seal('a', keys, note);
    const [destroyed] = await store.destroy([lucia]);
    vault.forget(destroyed);
    await expect(vault.open(sealed, note)).resolves.toBeUndefined();
    await expect(vault.commandHash(command, keys, '{}')).resolves.toBeUndefined();
    await expect(vault.seal('a', keys, note)).rejects.toThrow(KeyDestroyed);
    await expect(vault.keysOf([carla, lucia])).resolves.toHaveLength(1);
  });

  test.each([
    [59_999, 'a'],
    [60_000, undefined],
  ])('a destroyed key that nobody told of is gone after a minute: after %d ms', async (ms, text) => {
    const { vault, store, pass } = setUp();
    const sealed = await vault.seal('a', await vault.ensureKeys([carla]), note);
    await store.destroy([carla]);
    pass(ms / 2);
    await vault.open(sealed, note);
    pass(ms / 2);
    await expect(vault.open(sealed, note)).resolves.toBe(text);
  });

  test('a key that is destroyed while it is being read is not kept', async () => {
    const { vault, store, restarted } = setUp();
    const sealed = await vault.seal('a', await vault.ensureKeys([carla]), note);
    const other = restarted();
    const opening = other.open(sealed, note);
    const destroying = store.destroy([carla]);
    other.forget((await destroying)[0]);
    await opening;
    await expect(other.open(sealed, note)).resolves.toBeUndefined();
  });

  test('a key whose minute ends while another is being read is not taken for destroyed', async () => {
    const { vault, pass, restarted } = setUp();
    const [ofCarla, ofBoth] = [await vault.ensureKeys([carla]), await vault.ensureKeys([carla, lucia])];
    const [one, both] = [await vault.seal('a', ofCarla, note), await vault.seal('b', ofBoth, note)];
    const other = restarted();
    await other.open(one, note);
    pass(59_999);
    const opening = other.open(both, note);
    pass(1);
    await expect(opening).resolves.toBe('b');
  });

  test('a key that is destroyed while another is being read opens nothing', async () => {
    const { vault, store, restarted } = setUp();
    const [ofCarla, ofBoth] = [await vault.ensureKeys([carla]), await vault.ensureKeys([carla, lucia])];
    const [one, both] = [await vault.seal('a', ofCarla, note), await vault.seal('b', ofBoth, note)];
    const other = restarted();
    await other.open(one, note);
    const opening = other.open(both, note);
    const destroying = store.destroy([carla]);
    for (const key of ofCarla) other.forget(key);
    await destroying;
    await expect(opening).resolves.toBeUndefined();
  });

  test('a thousand texts opened at once are one question to the store', async () => {
    const { vault, store, restarted } = setUp();
    const sealed = await Promise.all(
      Array.from({ length: 1_000 }, async (_, index) =>
        vault.seal('a', await vault.ensureKeys([owner(100 + index)]), note),
      ),
    );
    const reader = restarted();
    const before = store.questions;
    await Promise.all(sealed.map((text) => reader.open(text, note)));
    expect(store.questions - before).toBe(1);
  });

  test('a wrapped key belongs to its id, its owner and its master key', () => {
    const id = owner(6).id as KeyId;
    const key = new Uint8Array(32).fill(7);
    const wrapped = wrapKey(id, carla, key, masterKey);
    expect(unwrapKey(wrapped, masterKey)).toEqual(Buffer.from(key));
    expect(() => unwrapKey({ ...wrapped, owner: lucia }, masterKey)).toThrow(`the data key ${id}`);
    expect(() => unwrapKey({ ...wrapped, id: owner(7).id as KeyId }, masterKey)).toThrow('does not open');
    expect(() => unwrapKey(wrapped, new Uint8Array(32))).toThrow('does not open');
  });
});

describe('command hashes', () => {
  test('tell inputs, commands and keys apart', async () => {
    const { vault } = setUp();
    const [one = '' as KeyId, two = '' as KeyId] = await vault.ensureKeys([carla, lucia]);
    const hashes = await Promise.all([
      vault.commandHash(command, [one], '{"a":1}'),
      vault.commandHash(command, [one], '{"a":2}'),
      vault.commandHash(command, [one, two], '{"a":1}'),
      vault.commandHash(owner(8).id as CommandId, [one], '{"a":1}'),
      vault.commandHash(command, [one], '{"a":1}'),
    ]);
    expect(new Set(hashes).size).toBe(4);
    expect(hashes[4]).toBe(hashes[0]);
    expect(hashes[0]).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test('come from HKDF-SHA-256', () => {
    const keys = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    const whole = hkdfSync('sha256', Buffer.concat(keys), '', Buffer.from('reciproca/1/text\0info'), 32);
    expect(expand(extract(keys), 'text', 'info')).toEqual(Buffer.from(whole));
  });
});
