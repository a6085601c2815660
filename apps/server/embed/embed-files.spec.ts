import { createHash } from 'node:crypto';
import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbedFiles } from './embed-files.js';

const name = 'banca-tempo.js';
let folder: string;
let kept: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'embed-'));
  kept = join(folder, 'data', 'embed');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A release whose script says this. */
function release(text: string): EmbedFiles {
  const built = mkdtempSync(join(folder, 'built-'));
  writeFileSync(join(built, name), text);
  writeFileSync(join(built, 'forms.js'), `${text} forms`);
  return new EmbedFiles(built, kept);
}

const hashOf = (text: string) => createHash('sha384').update(text).digest('base64url').slice(0, 16);

test('the newest is the release’s own', () => {
  release('one');
  const files = release('two');
  expect(files.script).toMatchObject({ text: 'two', hash: hashOf('two') });
  expect(files.of(hashOf('two'), name)).toBe(files.script);
});

test('what an earlier release brought is there under its hash, chapters too', () => {
  for (const text of ['one', 'two']) release(text);
  const files = release('three');
  for (const text of ['one', 'two']) {
    const integrity = `sha384-${createHash('sha384').update(text).digest('base64')}`;
    expect(files.of(hashOf(text), name)).toMatchObject({ text, integrity });
    expect(files.of(hashOf(`${text} forms`), 'forms.js')?.text).toBe(`${text} forms`);
  }
});

test('nothing is there under another hash or name, nor what was changed on the disk', () => {
  release('one');
  const files = release('two');
  writeFileSync(join(folder, 'data', 'secret.js'), 'secret');
  writeFileSync(join(kept, hashOf('one'), name), 'changed');
  const asked = [
    [hashOf('one'), name],
    [hashOf('one'), 'forms.js'],
    [hashOf('three'), name],
    ['..', 'secret.js'],
    ['', name],
    [hashOf('two'), '../../secret.js'],
  ] as const;
  for (const [hash, of] of asked) expect(files.of(hash, of)).toBeUndefined();
});

test('what was half written or changed is kept anew by the release that has it', () => {
  release('one');
  writeFileSync(join(kept, hashOf('one'), name), 'on');
  release('one');
  expect(release('two').of(hashOf('one'), name)?.text).toBe('one');
  expect(readdirSync(join(kept, hashOf('one')))).toEqual([name]);
});

test('where nothing can be kept the release’s own is served all the same', () => {
  mkdirSync(join(folder, 'data'));
  writeFileSync(kept, 'a file where a folder should be');
  expect(release('one').script?.text).toBe('one');
});
