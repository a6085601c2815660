import type { Transport } from './transport.js';
import { troubleOf } from './trouble.js';

interface Kept {
  readonly access: string;
  readonly refresh: string;
  readonly device: string;
}

/** What outlives a reload of the page, in this tab alone. */
type Refreshing = Pick<Kept, 'refresh' | 'device'>;

export interface AskedCode {
  readonly challenge: string;
  readonly lifeSeconds: number;
}

/** Signed in again, with the answer to what was asked along, if it was this one. */
export interface Renewed {
  readonly answer?: { readonly data?: unknown } | undefined;
}

/** The code of a mail, or of the desk's sheet. */
export type EnteredCode =
  | { readonly code: string; readonly challenge: string }
  | { readonly code: string; readonly memberNumber: number; readonly hub: string };

/** Who is signed in here: the access token in memory, what renews it in the tab's own storage, no cookie. */
export class Session {
  private access: string | undefined;
  private renewing: Promise<Renewed | undefined> | undefined;
  private kept: Refreshing | undefined;

  constructor(
    private readonly transport: Transport,
    private readonly place: string,
  ) {
    this.kept = read(place);
  }

  /** Somebody was signed in when the page was last open. */
  get isKept(): boolean {
    return this.kept !== undefined;
  }

  get token(): string | undefined {
    return this.access;
  }

  async askCode(address: string, hub: string): Promise<AskedCode> {
    return (await this.transport.post({ path: '/auth/code', body: { address, hub } })) as AskedCode;
  }

  async enterCode(entered: EnteredCode): Promise<void> {
    this.keep((await this.transport.post({ path: '/auth/token', body: entered })) as Kept);
  }

  /** With what a provider's sign-in brought back. @throws Trouble */
  async takeOver(code: string, verifier: string): Promise<void> {
    this.keep((await this.transport.post({ path: '/auth/providers/handovers', body: { code, verifier } })) as Kept);
  }

  /** @param question asked in the same request, unless one is on its way; @returns undefined where it is over; @throws Trouble where nobody could say */
  async renew(question?: object): Promise<Renewed | undefined> {
    if (this.renewing) return (await this.renewing) && {};
    this.renewing = this.renewOnce(question).finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  async signOut(): Promise<void> {
    const token = this.access;
    this.forget();
    if (token !== undefined)
      await this.transport.post({ path: '/auth/sign-out', body: {}, token }).catch(() => undefined);
  }

  forget(): void {
    this.access = undefined;
    this.kept = undefined;
    write(this.place, undefined);
  }

  private async renewOnce(question?: object): Promise<Renewed | undefined> {
    const { kept } = this;
    if (!kept) return undefined;
    try {
      const body = { ...kept, question };
      const renewed = (await this.transport.post({ path: '/auth/refresh', body })) as Kept & Renewed;
      if (this.kept !== kept) return undefined;
      this.keep(renewed);
      return renewed;
    } catch (cause) {
      const trouble = troubleOf(cause);
      if (trouble.kind !== 'signed-out') throw trouble;
      this.forget();
      return undefined;
    }
  }

  private keep({ access, refresh, device }: Kept): void {
    this.access = access;
    this.kept = { refresh, device };
    write(this.place, this.kept);
  }
}

/** A page may forbid its frames any storage: then a reload signs out, and nothing else is lost. */
function read(place: string): Refreshing | undefined {
  try {
    const text = sessionStorage.getItem(place);
    return text === null ? undefined : (JSON.parse(text) as Refreshing);
  } catch {
    return undefined;
  }
}

function write(place: string, kept: Refreshing | undefined): void {
  try {
    if (kept) sessionStorage.setItem(place, JSON.stringify(kept));
    else sessionStorage.removeItem(place);
  } catch {
    // Kept in memory only.
  }
}
