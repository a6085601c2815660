import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { given, serverUrl } from './server.js';

/** What a page loads at first is to be at most the one; the other stops whoever goes further. */
const bytes = { aim: 30_000, stop: 40_000 };
const get = (path: string) => fetch(`${serverUrl()}${path}`);

describe('the script that hub pages load', () => {
  test('is served to every page, fresh for five minutes', async () => {
    const answer = await get('/embed/v1/banca-tempo.js');
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
    });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('stays small enough for a telephone on a bad line', async () => {
    const answer = await get('/embed/v1/banca-tempo.js');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const { byteLength } = gzipSync(await answer.text(), { level: 9 });
    expect(byteLength).toBeLessThanOrEqual(bytes.stop);
    expect(byteLength).toBeLessThanOrEqual(bytes.aim);
  });

  test('is there under its own hash for ever, whole as the page of the hub says, and under no other', async () => {
    const page = await (await get('/h/nessuno')).text();
    const [, path = '', integrity] = /src="([^"]+)" integrity="([^"]+)"/.exec(page) ?? [];
    const answer = await get(path);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const digest = createHash('sha384')
      .update(await answer.text())
      .digest('base64');
    expect(integrity).toBe(`sha384-${digest}`);
    expect((await get('/embed/0000000000000000/banca-tempo.js')).status).toBe(404);
  });

  test('is there under its hash after an upgrade, too, as the version that a page names', async () => {
    const earlier = 'globalThis.earlier = true;';
    const digest = createHash('sha384').update(earlier).digest();
    const hash = digest.toString('base64url').slice(0, 16);
    const place = join(given('SERVER_DATA_DIR'), 'embed', hash);
    await mkdir(place, { recursive: true });
    await writeFile(join(place, 'banca-tempo.js'), earlier);
    const answer = await get(`/embed/${hash}/banca-tempo.js`);
    expect([answer.status, await answer.text()]).toEqual([200, earlier]);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const newest = await (await get('/embed/v1/banca-tempo.js')).text();
    const newestHash = createHash('sha384').update(newest).digest('base64url').slice(0, 16);
    expect(await readFile(join(given('SERVER_DATA_DIR'), 'embed', newestHash, 'banca-tempo.js'), 'utf8')).toBe(newest);
  });

  test('pins its chapters: each is there under the hash that the script itself holds', async () => {
    const text = await (await get('/embed/v1/banca-tempo.js')).text();
    const pinned = [...text.matchAll(/(\w+):"sha384-([\w+/=]{64})"/g)];
    expect(pinned.map(([, name]) => name).sort()).toEqual(['english', 'forms', 'past', 'profile', 'provider']);
    for (const [, name = '', digest = ''] of pinned) {
      const hash = digest.slice(0, 16).replaceAll('+', '-').replaceAll('/', '_');
      const chapter = await (await get(`/embed/${hash}/${name}.js`)).text();
      expect(createHash('sha384').update(chapter).digest('base64')).toBe(digest);
      expect((await get(`/embed/v1/${name}.js`)).status).toBe(404);
    }
  });
});

describe('the page of a hub', () => {
  test('lets in nothing but its own script, its own style and its own server', async () => {
    const answer = await get('/h/nessuno');
    expect(answer.status).toBe(404);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  test('writes the name of its hub as text, whatever it is', async () => {
    const text = await (await get('/h/%22%3E%3Cscript%3Ealert(1)')).text();
    expect(text).not.toContain('<script>alert');
  });

  test('has a worker for itself alone', async () => {
    const answer = await get('/h/rho/worker.js');
    expect(answer.headers.get('service-worker-allowed')).toBe('/h/rho');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });
});
