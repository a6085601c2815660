import { eventually } from '#testing';
import type { PersonId } from '#kernel';
import { openBank, personOf, type Bank, type Called } from '../e2e/bank.js';
import { serverUrl } from '../e2e/server.js';
import { admitWithEmail } from '../e2e/signing-in.js';

/** A member who can sign in with a code by e-mail. */
export interface Neighbour {
  readonly name: string;
  readonly email: string;
  readonly account: string;
  readonly person: PersonId;
}

/** A bank with one hub, whose page is open to everybody. */
export interface Hub {
  readonly bank: Bank;
  /** As its page names it. */
  readonly handle: string;
  readonly page: string;
  /** @param language in which the member is written to */
  admit(name: string, language?: 'it' | 'en'): Promise<Neighbour>;
  /** Of its last record. */
  version(): Promise<number>;
}

export async function openHub(name: string, rules: object = {}, called: Called = {}): Promise<Hub> {
  const bank = await openBank(name, rules, called);
  const { handle } = await eventually(() => hubIn(bank));
  return {
    bank,
    handle,
    page: `${serverUrl()}/h/${handle}`,
    version: async () => (await hubIn(bank)).version,
    async admit(displayName, language) {
      const email = `${displayName.toLowerCase().replaceAll(' ', '.')}@${called.mailboxes ?? `${handle}.example`}`;
      const account = await admitWithEmail(bank, displayName, email, language);
      const person = await eventually(() => personOf(bank.administrator, bank.bank, account, null));
      return { name: displayName, email, account, person };
    },
  };
}

interface HubInNetwork {
  readonly id: string;
  readonly handle: string;
  readonly version: number;
}

function hubIn(bank: Bank): Promise<HubInNetwork> {
  const asking = 'query H($network: ID!) { viewer { hubs(network: $network) { id handle version } } }';
  return eventually(async () => {
    const asked = { network: bank.network };
    const { data } = await bank.administrator.ask<{ viewer: { hubs: readonly HubInNetwork[] } }>(asking, asked);
    const found = data.viewer.hubs.find(({ id }) => id === bank.hub);
    if (!found) throw new Error('the hub is not in its network');
    return found;
  });
}
