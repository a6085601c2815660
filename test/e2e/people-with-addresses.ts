import { done, key, today, type Bank } from './bank.js';

/** Of the bank's first hub, as its network knows it. */
export async function hubVersion(bank: Bank): Promise<number | undefined> {
  const { data } = await bank.administrator.ask<{ viewer: { hubs: readonly { id: string; version: number }[] } }>(
    'query H($network: ID!) { viewer { hubs(network: $network) { id version } } }',
    { network: bank.network },
  );
  return data.viewer.hubs.find(({ id }) => id === bank.hub)?.version;
}

/** A member, with an address of their own unless another is said. */
export async function admitWithAddress(
  bank: Bank,
  displayName: string,
  email = `${key()}@example.org`,
): Promise<{ readonly account: string; readonly email: string }> {
  const { member } = await done<{ member: { id: string } }>(bank.administrator, 'admitMember', 'member { id }', {
    bank: bank.bank,
    hub: bank.hub,
    since: today(),
    displayName,
    email,
  });
  return { account: member.id, email };
}
