import type { AccountId, Actor } from '#kernel';
import type { Limit } from '../bank.rules.js';
import type { AdmitMember, EraseMember, ReadmitMember, SetLimits, SuspendMember } from '../member.commands.js';
import { ownNameOf, paperNumber, refuse } from './known-facts.js';
import type { KnownPowers } from './known-powers.js';
import { told } from './told.js';

type KeptMember = SuspendMember | ReadmitMember | SetLimits;
export type MembershipCommand = AdmitMember | EraseMember | KeptMember;

/** Who is a member, in standing or not, within what limits, until when. */
export class MembershipModel {
  /** @param waits whether a claim of an account's waits for an answer */
  constructor(
    private readonly known: KnownPowers,
    private readonly waits: (account: AccountId) => boolean,
  ) {}

  answer(command: MembershipCommand, actor: Actor, today: string, account: string): string {
    if (command.name === 'AdmitMember') return this.admit(command.input, actor, today, account);
    if (command.name === 'EraseMember') return this.erase(command.input, actor, today);
    return this.keep(command, actor, today);
  }

  /** By a coordinator of the hub, an administrator, or an import of an administrator's. */
  private admit(input: AdmitMember['input'], actor: Actor, today: string, account: string): string {
    const { known } = this;
    if ('import' in actor) known.requireRole(actor.person, ['administrator'], today);
    else known.keeper(actor, ['coordinator', 'administrator'], today);
    refuse({ HUB_NOT_SERVED: !known.isServed(input.hub) });
    const by = 'import' in actor ? actor : known.keeperOf(ownNameOf(actor), input.hub, today);
    const admitted = known.all('MemberAdmitted');
    refuse({
      ALREADY_A_MEMBER: admitted.some((one) => one.person === input.person && !known.isErased(one.account)),
      MEMBERSHIP_IN_FUTURE: input.since > today,
    });
    return told('MemberAdmitted', { ...input, account, number: admitted.length + 1 }, by);
  }

  /** By a coordinator of the member's hub or an administrator, never about oneself; to readmit needs no reason. */
  private keep({ name, input, texts }: KeptMember, actor: Actor, today: string): string {
    const keeper = this.known.keeper(actor, ['coordinator', 'administrator'], today);
    const member = this.known.member(input.account);
    const by = this.known.keeperOf(keeper, member.hub, today);
    const reason = texts?.['reason'];
    refuse({ OWN_ACCOUNT: member.person === keeper, REASON_REQUIRED: name !== 'ReadmitMember' && !reason?.trim() });
    if (name === 'SetLimits') this.requireNewLimits(input);
    else this.requireNewStanding(name, input);
    return told(recordOf[name], { ...input, reason }, by);
  }

  /** Suspended until readmitted, on the first day of it at the earliest. */
  private requireNewStanding(name: 'SuspendMember' | 'ReadmitMember', { account, from }: SuspendMember['input']): void {
    const suspensions = this.known.of('MemberSuspended', account);
    const isSuspended = suspensions.length > this.known.of('MemberReadmitted', account).length;
    refuse({
      NOTHING_TO_CHANGE: isSuspended === (name === 'SuspendMember'),
      DATES_IN_WRONG_ORDER: isSuspended && from < (suspensions.at(-1)?.from ?? ''),
    });
  }

  /** The floor is nought or below, the ceiling nought or above. */
  private requireNewLimits({ account, floor, ceiling }: SetLimits['input']): void {
    const last = this.known.of('LimitsSet', account).at(-1);
    refuse({
      LIMIT_INVALID: minutesOf(floor) > 0 || minutesOf(ceiling) < 0,
      NOTHING_TO_CHANGE: isSame(floor, last?.floor) && isSame(ceiling, last?.ceiling),
    });
  }

  /** By the member at their own wish, by an administrator on other grounds, by the system where it was decided before. */
  private erase({ account, ground, document }: EraseMember['input'], actor: Actor, today: string): string {
    const { known } = this;
    const person = known.personOf(account);
    const isSystem = 'system' in actor;
    refuse({ FORBIDDEN: isSystem && actor.system !== 'erasures' });
    const isOwn = !isSystem && ownNameOf(actor) === person;
    const by = isSystem || isOwn ? actor : known.administrator(actor, today);
    const isOver = ({ until = '9999' }) => until < today;
    const isGround = isOwn ? ground === 'own-wish' : !['own-wish', 'register'].includes(ground);
    const isPaper = ground === 'signed-wish' || ground === 'order';
    refuse({
      ERASURE_GROUND_INVALID: !isSystem && !isGround,
      NOT_FOUND: person === undefined,
      DOCUMENT_NUMBER_INVALID: (isPaper || document !== undefined) && !paperNumber.test(document ?? ''),
      NOTHING_TO_CHANGE: known.isErased(account),
    });
    const bonds = [
      ...known.grants().filter((one) => one.person === person),
      ...known.mandates().filter((one) => one.person === person || one.account === account),
    ];
    refuse({ MEMBER_STILL_BOUND: !isSystem && (this.waits(account) || !bonds.every(isOver)) });
    return told('MemberErased', { account, person, ground, document }, by);
  }
}

const recordOf = {
  SuspendMember: 'MemberSuspended',
  ReadmitMember: 'MemberReadmitted',
  SetLimits: 'LimitsSet',
} as const;

function minutesOf(limit: Limit | undefined): number {
  return limit && limit.kind !== 'none' ? limit.minutes : 0;
}

function isSame(one: Limit | undefined, other: Limit | undefined): boolean {
  return one?.kind === other?.kind && minutesOf(one) === minutesOf(other);
}
