import { done, key, today, type Bank } from './bank.js';

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
