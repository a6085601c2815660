import {
  Forbidden,
  NotFound,
  NothingToChange,
  requireDocumentNumber,
  type AccountId,
  type Actor,
  type Decidable,
  type Decided,
  type LocalDate,
  type PersonId,
} from '#kernel';
import { requireAdministrator } from './authority.js';
import type { Membership, ReadonlyJournal } from './journal.state.js';
import type { EraseMember } from './member.commands.js';
import { ErasureGroundInvalid, MemberStillBound } from './member.errors.js';
import type { MemberErased } from './member.events.js';
import { openedBank, requireOwnName } from './opened.js';
import { sideOf } from './sides.js';

/** The system actor of what was decided before, and of what is in the register of erasures. */
export const erasures = 'erasures';

/**
 * A member asks to be forgotten, or an administrator decides it. The hours stay where they are: what becomes of a balance
 * is another decision, and no erasure waits for it. What was decided before is not asked again after a restore.
 *
 * @throws NotFound (no bank), Forbidden or, to strangers, NotFound, ErasureGroundInvalid, NotFound (no such account),
 * DocumentNumberInvalid, NothingToChange (erased already), MemberStillBound — in this order
 */
export function eraseMember(
  command: Decidable<EraseMember>,
  journal: ReadonlyJournal,
): readonly Decided<MemberErased>[] {
  const { today } = openedBank(journal, command.at);
  const { account, ground, document } = command.input;
  const membership = journal.memberships.get(account);
  const actor = eraserOf(command, journal, membership, today);
  if (!membership) throw new NotFound();
  if (document !== undefined || ground === 'signed-wish' || ground === 'order') requireDocumentNumber(document);
  if (membership.erased) throw new NothingToChange();
  if (!('system' in actor)) requireUnbound(journal, account, membership.person, today);

  const data = { account, person: membership.person, ground, ...(document !== undefined && { document }) };
  return [{ event: { type: 'MemberErased', data }, actor }];
}

function eraserOf(
  { actor, input }: Decidable<EraseMember>,
  journal: ReadonlyJournal,
  membership: Membership | undefined,
  today: LocalDate,
): Actor {
  if ('system' in actor) {
    if (actor.system !== erasures) throw new Forbidden();
    return actor;
  }
  const { person } = requireOwnName(actor);
  const isOwn = membership?.person === person;
  const eraser = isOwn ? { person } : requireAdministrator(journal, actor, today).actor;
  if (isOwn !== (input.ground === 'own-wish') || input.ground === 'register') throw new ErasureGroundInvalid();
  return eraser;
}

/** What binds the member to others, today or later. */
function requireUnbound(journal: ReadonlyJournal, account: AccountId, person: PersonId, today: LocalDate): void {
  const isOver = ({ until }: { readonly until?: LocalDate }): boolean => until !== undefined && until < today;
  const mandates = rows(journal.mandates).filter((mandate) => {
    return (mandate.account === account || mandate.person === person) && !isOver(mandate);
  });
  const roles = rows(journal.grants).filter((grant) => grant.person === person && !isOver(grant));
  const claims = rows(journal.claims).filter(({ facts }) => sideOf(facts, account) !== undefined);
  const bound = { claims: claims.length, roles: roles.length, mandates: mandates.length };
  const facts = Object.fromEntries(Object.entries(bound).filter(([, count]) => count > 0));
  if (Object.keys(facts).length > 0) throw new MemberStillBound(facts);
}

function rows<Value>(table: { entries(): Iterable<readonly [string, Value]> }): readonly Value[] {
  return Array.from(table.entries(), ([, row]) => row);
}
