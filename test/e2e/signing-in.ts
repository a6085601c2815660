import { request } from 'node:http';
import { eventually } from '#testing';
import { done, type Bank } from './bank.js';
import { serverUrl } from './server.js';

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Readonly<Record<string, string | number>> & {
    readonly error?: { readonly code: string; readonly message: string };
  };
  readonly ms: number;
}

export interface From {
  readonly url?: string;
  readonly origin?: string | undefined;
  readonly cookie?: string;
  readonly token?: string;
  readonly language?: 'it' | 'en';
  /** Of this machine: each is another place to the server. */
  readonly place?: string;
  readonly agent?: string;
}

/** POSTs to /auth/…, from our own origin unless it is said otherwise. */
export async function auth(path: string, body: object | undefined, from: From = {}): Promise<Told> {
  const { url = serverUrl(), cookie, token, language = 'it', place = '127.0.0.1', agent } = from;
  const origin = 'origin' in from ? from.origin : url;
  const headers = {
    'accept-language': language,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(origin === undefined ? {} : { origin }),
    ...(cookie === undefined ? {} : { cookie }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(agent === undefined ? {} : { 'user-agent': agent }),
  };
  const startedMs = performance.now();
  return new Promise((answered, failed) => {
    const sent = request(`${url}/auth/${path}`, { method: 'POST', headers, localAddress: place }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => {
        const told = text === '' ? {} : (JSON.parse(text) as Told['body']);
        answered({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: told,
          ms: performance.now() - startedMs,
        });
      });
    });
    sent.on('error', failed).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** A fresh place for each test, so that none is throttled by what another did. */
export function somewhere(): string {
  const part = () => String(1 + Math.floor(Math.random() * 250));
  return `127.${part()}.${part()}.${part()}`;
}

export const someAddress = (name: string): string => `${name}-${crypto.randomUUID()}@posta.example`;

/** The codes sent to an address, the newest first. */
export async function codesSentTo(address: string, count = 1, url = serverUrl()): Promise<readonly string[]> {
  return eventually(async () => {
    const answer = await fetch(`${url}/demo/mail.json?to=${encodeURIComponent(address)}`);
    const mails = (await answer.json()) as readonly { readonly subject: string }[];
    const codes = mails.flatMap(({ subject }) => /\d{6}/.exec(subject) ?? []);
    if (codes.length < count) throw new Error(`${String(codes.length)} mails so far`);
    return codes;
  });
}

export async function admitWithEmail(
  bank: Bank,
  displayName: string,
  email: string,
  language: 'it' | 'en' = 'it',
): Promise<string> {
  const input = {
    ...{ bank: bank.bank, hub: bank.hub, since: '2020-01-01', displayName, email },
    language: language.toUpperCase(),
  };
  const { member } = await done<{ member: { id: string } }>(bank.administrator, 'admitMember', 'member { id }', input);
  return member.id;
}

/** The whole way in by a mail. @param from where the code is asked for and entered */
export async function signIn(address: string, hub: string | undefined, from: From = {}): Promise<Told> {
  const sent = (await codesSentTo(address, 0, from.url)).length;
  const asked = await auth('code', { address, ...(hub === undefined ? {} : { hub }) }, from);
  if (asked.status !== 200) return asked;
  const [code = ''] = await codesSentTo(address, sent + 1, from.url);
  return auth('token', { challenge: asked.body['challenge'], code }, from);
}

export function cookieOf({ headers }: Told): string {
  const [cookie = ''] = headers['set-cookie'] ?? [];
  return cookie;
}
