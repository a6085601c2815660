import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { JwtTokens, openTokenKeys, type SessionId } from '#identity';
import { eventually } from '#testing';
import { asId, type NetworkId, type PersonId, type Powers } from '#kernel';
import { opaqueId } from '#api';

const run = promisify(execFile);

/** A setting that the global set-up made. */
export function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is set by the global set-up`);
  return value;
}

export const serverUrl = (): string => given('SERVER_URL');

export interface UserError {
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
}
export interface Answer<Data> {
  readonly status: number;
  /** Seconds after which to try again. */
  readonly retryAfter: string | null;
  readonly body: string;
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}
export interface Asker {
  /** Opaque id of the person. */
  readonly id: string;
  ask<Data = Record<string, unknown>>(query: string, variables?: object, language?: 'it' | 'en'): Promise<Answer<Data>>;
}

/** POSTs to /graphql as it is. */
export async function post(
  body: string,
  headers: Readonly<Record<string, string>> = {},
  url = serverUrl(),
): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

/** The header of somebody with a token. */
export async function authorizationOf(person: PersonId, powers: Powers = 'all'): Promise<string> {
  const tokens = new JwtTokens(await openTokenKeys(join(given('SERVER_DATA_DIR'), 'keys', 'token.jwk')), {
    now: () => Date.now(),
  });
  const session = powers === 'own' ? { id: asId<SessionId>(randomUUID()), powers } : undefined;
  return `Bearer ${await tokens.issue(person, 3_600, session)}`;
}

/**
 * Somebody with a token.
 *
 * @param url another server than the one that all tests share
 * @param powers `own`: as on the page of a hub
 */
export async function as(person: PersonId, url?: string, powers: Powers = 'all'): Promise<Asker> {
  const authorization = await authorizationOf(person, powers);
  return {
    id: opaqueId('person', person),
    async ask<Data>(query: string, variables: object = {}, language: 'it' | 'en' = 'it'): Promise<Answer<Data>> {
      const headers = { authorization, 'accept-language': language };
      const answer = await post(JSON.stringify({ query, variables }), headers, url);
      const [body, retryAfter] = [await answer.text(), answer.headers.get('retry-after')];
      return {
        status: answer.status,
        retryAfter,
        body,
        ...(JSON.parse(body) as Pick<Answer<Data>, 'data' | 'errors'>),
      };
    },
  };
}

/** Every page that is opened from now on shows all that was recorded before this was asked. */
export async function viewsUpToDate(url = serverUrl()): Promise<void> {
  const recorded = await howFar(url);
  await eventually(async () => expect((await howFar(url)).views).toBeGreaterThanOrEqual(recorded.store));
}

async function howFar(url: string): Promise<{ readonly store: number; readonly views: number }> {
  const answer = await fetch(`${url}/health/ready`);
  const { position, behind } = (await answer.json()) as { readonly position: string; readonly behind: number };
  return { store: Number(position) + behind, views: Number(position) };
}

/** A network of its own with one administrator, opened from the shell as in real life. */
export async function openNetwork(handle: string): Promise<{ network: NetworkId; administrator: PersonId }> {
  const words = ['--open', handle, '--name', handle, '--notice', '2026-1', '--administrator', 'Ada Neri'];
  const { stdout } = await run(process.execPath, ['dist/apps/server/cli/network.js', ...words], {
    env: { ...process.env, DATABASE_URL: given('SERVER_DATABASE_URL'), DATA_DIR: given('SERVER_DATA_DIR') },
  });
  const made = Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  );
  return {
    network: asId<NetworkId>(made['network'] ?? ''),
    administrator: asId<PersonId>(made['administrator'] ?? ''),
  };
}
