import type { Language } from '../plain/language.js';
import { Trouble, troubleAt } from './trouble.js';

const waitMsMax = 10_000;
/** Years of lines are written while they are sent. */
const downloadMsMax = 120_000;

export interface Sent {
  readonly path: string;
  readonly body: object;
  readonly token?: string | undefined;
}

export interface Downloaded {
  readonly name: string;
  readonly content: Blob;
}

/** Sends JSON to the server that this script came from. No cookie goes along or is taken. */
export class Transport {
  constructor(
    readonly server: string,
    private readonly language: () => Language,
  ) {}

  /** @throws Trouble */
  async post({ path, body, token }: Sent): Promise<unknown> {
    const answer = await this.send(path, token, waitMsMax, body);
    const said: unknown = answer.status === 204 ? undefined : await answer.json().catch(() => undefined);
    if (answer.ok) return said;
    throw refusalIn(answer, said);
  }

  /** @throws Trouble */
  async download({ path, token }: Omit<Sent, 'body'>, name: string): Promise<Downloaded> {
    const answer = await this.send(path, token, downloadMsMax);
    if (!answer.ok) throw refusalIn(answer, await answer.json().catch(() => undefined));
    const named = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
    try {
      return { name: named ?? name, content: await answer.blob() };
    } catch {
      throw new Trouble('away');
    }
  }

  private async send(path: string, token: string | undefined, waitMs: number, body?: object): Promise<Response> {
    const headers: Record<string, string> = { 'accept-language': this.language() };
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    const sent = body && { method: 'POST', body: JSON.stringify(body) };
    if (sent) headers['content-type'] = 'application/json';
    try {
      const signal = AbortSignal.timeout(waitMs);
      return await fetch(`${this.server}${path}`, { ...sent, credentials: 'omit', headers, signal });
    } catch {
      throw new Trouble('away');
    }
  }
}

function refusalIn({ status, headers }: Response, said: unknown): Trouble {
  return troubleAt(status, codeIn(said), Number(headers.get('retry-after') ?? 0));
}

interface Said {
  readonly error?: { readonly code?: string };
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

function codeIn(said: unknown): string {
  const { error, errors } = (said ?? {}) as Said;
  return error?.code ?? errors?.[0]?.extensions?.code ?? '';
}
