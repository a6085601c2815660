import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';

const keyBytes = 32;
const groupAndOthers = 0o077;

/**
 * The key that wraps all data keys: 32 bytes in base64url, in a file that only its owner may read.
 * Where there is no file it makes one.
 */
export async function openMasterKey(file: string): Promise<Uint8Array> {
  const found = await statOrMake(file);
  if (process.platform !== 'win32' && (found.mode & groupAndOthers) !== 0) {
    throw new Error(`The master key ${file} can be read by others: make it yours alone with "chmod 600 ${file}".`);
  }
  const text = (await readFile(file, 'utf8')).trim();
  const key = Buffer.from(text, 'base64url');
  if (key.length !== keyBytes || key.toString('base64url') !== text) {
    throw new Error(`The master key ${file} is not 32 bytes in base64url: restore it from its backup.`);
  }
  return key;
}

async function statOrMake(file: string): Promise<{ readonly mode: number }> {
  try {
    return await stat(file);
  } catch (cause) {
    if (!hasCode(cause, 'ENOENT')) throw cause;
    await makeKey(file);
    return await stat(file);
  }
}

/** Written aside and linked: two processes that start at once end with one key, and it is there whole or not at all. */
async function makeKey(file: string): Promise<void> {
  const folder = file.replace(/[^/\\]+$/, '');
  if (folder !== '') await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = `${file}.${randomUUID()}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(keyBytes).toString('base64url')}\n`);
    await handle.sync();
    await handle.close();
    await link(aside, file);
  } catch (cause) {
    if (!hasCode(cause, 'EEXIST')) throw cause;
  } finally {
    await rm(aside, { force: true });
  }
}

function hasCode(cause: unknown, code: string): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === code;
}
