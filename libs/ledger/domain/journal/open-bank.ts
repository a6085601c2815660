import type { Decidable, Decided, GrantId } from '#kernel';
import { AdministratorRequired, BankAlreadyOpen, HandleInvalid, NameInvalid } from './bank.errors.js';
import type { OpenBank } from './bank.commands.js';
import type { BankOpened } from './bank.events.js';
import { requireRules } from './bank-rules.js';
import type { ReadonlyJournal } from './journal.state.js';
import { requireOwnName } from './opened.js';

const handlePattern = /^[a-z][a-z0-9-]{1,39}$/;
const nameCharactersMax = 120;

/**
 * An assembly's rules become a bank, with its first administrators. The opener's right was established by the
 * network's own record, which `cause` names.
 *
 * @throws Forbidden, BankAlreadyOpen, HandleInvalid, NameInvalid, BankRuleInvalid, AdministratorRequired — in this order
 */
export function openBank(command: Decidable<OpenBank>, journal: ReadonlyJournal): readonly Decided<BankOpened>[] {
  const { network, handle, name, rules, administrators } = command.input;
  const { person } = requireOwnName(command.actor);
  if (journal.opened) throw new BankAlreadyOpen();
  if (!handlePattern.test(handle)) throw new HandleInvalid();
  if (name.trim() !== name || name.length === 0 || name.length > nameCharactersMax) throw new NameInvalid();
  requireRules(rules);
  if (administrators.length === 0) throw new AdministratorRequired();

  const granted = [...new Set(administrators)].map((administrator, n) => ({
    grant: command.newId<GrantId>('grant', n),
    person: administrator,
  }));
  const data = { bank: journal.bank, network, handle, name, rules, administrators: granted };
  return [{ event: { type: 'BankOpened', data }, actor: { person, grant: command.input.cause } }];
}
