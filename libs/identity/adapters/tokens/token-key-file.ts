import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { newKey, notAKey, tokenKeyOf, type KeptKey } from './token-key.js';

/** What a key file says: one JWK, as the first start writes it, or a set, as a rotation leaves it. The newest is the last. */
export async function readKeyFile(file: string): Promise<readonly KeptKey[]> {
  const text = await readFile(file, 'utf8');
  const kept = asJson(text) as { readonly keys?: unknown } | null | undefined;
  if (typeof kept !== 'object' || kept === null) throw notAKey(file);
  const keys = Array.isArray(kept.keys) ? (kept.keys as readonly KeptKey[]) : [kept as KeptKey];
  if (keys.length === 0) throw notAKey(file);
  return keys;
}

/** Makes the first key, for its owner alone. Two servers may start at once: both end with the same key. */
export async function ensureKeyFile(file: string): Promise<void> {
  try {
    await readFile(file);
  } catch (trouble) {
    if (!hasCode(trouble, 'ENOENT')) throw trouble;
    await writeNew(file, await newKey());
  }
}

export interface Rotation {
  /** When the new key begins to sign: every process must have seen it by then. */
  readonly signsFromMs: number;
  /** Until when the older keys check. */
  readonly checksUntilMs: number;
  readonly nowMs: number;
}

/**
 * Adds a key that will sign and lets the others go in time. The file is there whole before and after.
 *
 * @returns the id of the new key
 */
export async function rotateKeyFile(file: string, { signsFromMs, checksUntilMs, nowMs }: Rotation): Promise<string> {
  const until = new Date(checksUntilMs).toISOString();
  const older = (await readKeyFile(file))
    .map((key) => ({ ...key, checksUntil: key.checksUntil ?? until }))
    .map((key) => (Date.parse(key.checksUntil) > checksUntilMs ? { ...key, checksUntil: until } : key))
    .filter((key) => Date.parse(key.checksUntil) > nowMs);
  const added = { ...(await newKey()), signsFrom: new Date(signsFromMs).toISOString() };
  const aside = await writeAside(file, { keys: [...older, added] });
  await rename(aside, file);
  return (await tokenKeyOf(added, file)).id;
}

async function writeNew(file: string, content: object): Promise<void> {
  const aside = await writeAside(file, content);
  try {
    await link(aside, file);
  } catch (trouble) {
    if (!hasCode(trouble, 'EEXIST')) throw trouble;
  } finally {
    await rm(aside);
  }
}

async function writeAside(file: string, content: object): Promise<string> {
  const aside = `${file}.${randomUUID()}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(content)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return aside;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hasCode(trouble: unknown, code: string): boolean {
  return typeof trouble === 'object' && trouble !== null && 'code' in trouble && trouble.code === code;
}
