import type { Language } from '../plain/language.js';
import { Trouble, troubleAt } from './trouble.js';

const waitMsMax = 10_000;

export interface Sent {
  readonly path: string;
  readonly body: object;
  readonly token?: string | undefined;
}

/** Sends JSON to the server that this script came from. No cookie goes along or is taken. */
export class Transport {
  constructor(
    readonly server: string,
    private readonly language: () => Language,
  ) {}

  /** @throws Trouble */
  async post({ path, body, token }: Sent): Promise<unknown> {
    const answer = await this.send(path, body, token);
    const said: unknown = answer.status === 204 ? undefined : await answer.json().catch(() => undefined);
    if (answer.ok) return said;
    throw troubleAt(answer.status, codeIn(said), Number(answer.headers.get('retry-after') ?? 0));
  }

  private async send(path: string, body: object, token: string | undefined): Promise<Response> {
    const headers: Record<string, string> = { 'content-type': 'application/json', 'accept-language': this.language() };
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    try {
      const signal = AbortSignal.timeout(waitMsMax);
      const sent = { method: 'POST', credentials: 'omit', headers, body: JSON.stringify(body), signal } as const;
      return await fetch(`${this.server}${path}`, sent);
    } catch {
      throw new Trouble('away');
    }
  }
}

interface Said {
  readonly error?: { readonly code?: string };
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

function codeIn(said: unknown): string {
  const { error, errors } = (said ?? {}) as Said;
  return error?.code ?? errors?.[0]?.extensions?.code ?? '';
}
