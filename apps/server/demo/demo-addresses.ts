import { inPerson, type BankId } from '#kernel';
import { ChangeEmailCommand } from '#membership';
import { accepted } from './accepted.js';
import { demoPeople } from './demo-people.js';
import type { DemoPorts } from './demo-ports.js';

/** Of an invented person: pia.valdorata@demo.example. No mail server has this domain. */
export function demoAddress(name: string): string {
  const [first = '', last = ''] = name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(' ');
  return `${first}.${last}@demo.example`;
}

/** Whoever has a part can sign in by e-mail; the frail member has none, and is printed a code. */
export async function giveAddresses(ports: DemoPorts, bank: BankId, correlation: string): Promise<void> {
  for (const { who, name, person } of await demoPeople(ports, bank)) {
    if (who === 'frail') continue;
    const address = demoAddress(name);
    const change = new ChangeEmailCommand(address, undefined, inPerson(person), `demo-address-${who}`, correlation);
    await accepted(`the address of ${who}`, ports.commands.execute(change));
  }
}
