import { post } from './server.js';

const realFetch = globalThis.fetch;

/** A browser of somebody's: it keeps our cookies, and follows nobody by itself. */
export class CookieBrowser {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  async get(path: string): Promise<Response> {
    const answer = await realFetch(`${this.url}${path}`, { redirect: 'manual', headers: { cookie: this.cookie } });
    for (const each of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** Who the console thinks this is. */
  async viewer(): Promise<string | undefined> {
    const headers = { cookie: this.cookie, 'sec-fetch-site': 'same-origin', origin: this.url };
    const answer = await post('{"query":"{ viewer { id } }"}', headers, this.url);
    return ((await answer.json()) as { data?: { viewer: { id: string } } | null }).data?.viewer.id;
  }

  private get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** What a provider's sign-in hands to the hub's page. */
export function codeIn(answer: Response, page: string): string {
  const location = answer.headers.get('location') ?? '';
  const [, back, code] = /^(.*)#reciproca-code=([\w-]{43})$/.exec(location) ?? [];
  if (code === undefined || back !== page) throw new Error(`no code came back: ${location}`);
  return code;
}
