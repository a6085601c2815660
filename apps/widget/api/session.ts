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

/** The code of a mail, or of the desk's sheet. */
export type EnteredCode =
  | { readonly code: string; readonly challenge: string }
  | { readonly code: string; readonly memberNumber: number; readonly hub: string };

/** Who is signed in here: the access token in memory, what renews it in the tab's own storage, no cookie. */
export class Session {
  private access: string | undefined;
  private renewing: Promise<boolean> | undefined;
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

  /** @returns false where it is over; @throws Trouble where nobody could say */
  async renew(): Promise<boolean> {
    this.renewing ??= this.renewOnce().finally(() => (this.renewing = undefined));
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

  private async renewOnce(): Promise<boolean> {
    const { kept } = this;
    if (!kept) return false;
    try {
      const renewed = (await this.transport.post({ path: '/auth/refresh', body: kept })) as Kept;
      const isStillIn = this.kept === kept;
      if (isStillIn) this.keep(renewed);
      return isStillIn;
    } catch (cause) {
      const trouble = troubleOf(cause);
      if (trouble.kind !== 'signed-out') throw trouble;
      this.forget();
      return false;
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
