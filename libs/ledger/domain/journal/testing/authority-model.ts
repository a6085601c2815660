import type { Actor } from '#kernel';
import type { EndMandate, GiveMandate, GrantRole, RevokeRole } from '../member.commands.js';
import { Refused, holds, ownNameOf, refuse } from './known-facts.js';
import type { KnownPowers } from './known-powers.js';
import { told } from './told.js';

type Days = Pick<GrantRole['input'], 'from' | 'until'>;
export type AuthorityCommand = GiveMandate | EndMandate | GrantRole | RevokeRole;

/** Who acts for a member, who has which role where, on which days. */
export class AuthorityModel {
  constructor(private readonly known: KnownPowers) {}

  answer(command: AuthorityCommand, actor: Actor, today: string, id: string): string {
    const reason = command.texts?.['reason'];
    switch (command.name) {
      case 'GiveMandate':
        return this.give({ ...command.input, mandate: id, reason }, actor, today);
      case 'EndMandate':
        return this.end({ ...command.input, reason }, actor, today);
      case 'GrantRole':
        return this.grant({ ...command.input, grant: id, reason }, actor, today);
      case 'RevokeRole':
        return this.revoke({ ...command.input, reason }, actor, today);
    }
  }

  /** By the member's own word, or by a coordinator of the member's hub; a guardian by the latter alone. */
  private give(given: GiveMandate['input'] & Said & { mandate: string }, actor: Actor, today: string): string {
    const { account, person, kind, from } = given;
    const giver = ownNameOf(actor);
    const member = this.known.member(account);
    const isOwn = member.person === giver;
    const by = isOwn ? actor : this.known.coordinator(giver, member.hub, today);
    refuse({
      FORBIDDEN: isOwn && kind === 'guardian',
      MANDATE_TO_ONESELF: person === giver || person === member.person,
      NOT_FOUND: !this.known.isKnown(person),
      BEFORE_MEMBERSHIP: from < member.since,
      ...daysOf(given, today),
      NOTHING_TO_CHANGE: this.known.mandates().some((one) => {
        return one.account === account && one.person === person && one.kind === kind && holds(one, given);
      }),
    });
    return told('MandateGiven', given, by);
  }

  /** By either of the two, or by a coordinator of the member's hub. */
  private end({ mandate, reason }: EndMandate['input'] & Said, actor: Actor, today: string): string {
    const person = ownNameOf(actor);
    const ended = this.known.mandates().find((one) => one.mandate === mandate);
    if (!ended) throw new Refused('NOT_FOUND');
    const [member] = this.known.of('MemberAdmitted', ended.account);
    if (!member) throw new Error('a mandate of nobody');
    const isTheirs = [member.person, ended.person].includes(person);
    const by = isTheirs ? actor : this.known.coordinator(person, member.hub, today);
    refuse({ NOTHING_TO_CHANGE: (ended.until ?? '9999') < today });
    return told('MandateEnded', { mandate, account: ended.account, person: ended.person, reason }, by);
  }

  /** A coordinator's hub is one that the bank serves, or one that lies or lay above such a hub. */
  private grant(granted: GrantRole['input'] & Said & { grant: string }, actor: Actor, today: string): string {
    const { person, role, hub, reason } = granted;
    const by = this.known.administrator(actor, today);
    const places = [...this.known.all('HubServed'), ...this.known.all('HubPlaced')];
    const isCoordinator = role === 'coordinator';
    refuse({
      REASON_REQUIRED: !reason?.trim(),
      ROLE_NEEDS_HUB: isCoordinator && hub === undefined,
      ROLE_HAS_NO_HUB: !isCoordinator && hub !== undefined,
      HUB_NOT_SERVED:
        isCoordinator && !places.some((one) => one.hub === hub || one.ancestors.some((upper) => upper === hub)),
      ...daysOf(granted, today),
      NOTHING_TO_CHANGE: this.known.grants().some((one) => {
        return one.person === person && one.role === role && one.hub === hub && holds(one, granted);
      }),
    });
    return told('RoleGranted', granted, by);
  }

  /** The bank keeps an administrator whose role has begun and has no end. */
  private revoke({ grant, reason }: RevokeRole['input'] & Said, actor: Actor, today: string): string {
    const by = this.known.administrator(actor, today);
    const revoked = this.known.grants().find((one) => one.grant === grant);
    if (!revoked) throw new Refused('NOT_FOUND');
    const lasting = this.known.grants().filter(({ role, from, until }) => {
      return role === 'administrator' && from <= today && until === undefined;
    });
    refuse({
      REASON_REQUIRED: !reason?.trim(),
      LAST_ADMINISTRATOR: lasting.length === 1 && lasting[0]?.grant === grant,
    });
    return told('RoleRevoked', { grant, person: revoked.person, role: revoked.role, reason }, by);
  }
}

interface Said {
  readonly reason: string | undefined;
}

function daysOf({ from, until = '9999' as never }: Days, today: string) {
  return { DATES_IN_WRONG_ORDER: until < from, ALREADY_OVER: until < today };
}
