import {
  negative,
  plus,
  type HubId,
  type LocalDate,
  type Minutes,
  type StagedExchange,
  type StagedParty,
} from '#kernel';
import type { ExchangeRow } from '../plain-csv/exchange-row.js';
import type { ExchangeColumn } from '../plain-csv/heading.js';
import type { MemberRow } from '../plain-csv/member-row.js';
import { Misread, problem, type Place, type Problem } from '../plain-csv/problem.js';
import type { BankFacts, MemberFacts } from './bank-facts.js';
import { categoryCode } from './category.js';
import { Parties } from './parties.js';
import { foldName, type Party } from './party.js';

export interface PlanSettings {
  readonly bank: BankFacts;
  /** Where a row says no hub. */
  readonly defaultHub: HubId | undefined;
  readonly placeOf: (line: number, column: ExchangeColumn) => Place;
}

/** What a file would do to a bank: taken row by row, with every reason why it cannot. */
export class ImportPlan {
  readonly parties: Parties;
  readonly unknownCategories = new Set<string>();
  exchanges = 0;
  minutes = 0 as Minutes;
  firstDay: LocalDate | undefined;
  lastDay: LocalDate | undefined;
  private readonly hubs = new Map<string, HubId>();
  private readonly listed = new Set<Party>();

  constructor(private readonly settings: PlanSettings) {
    this.parties = new Parties(settings.bank.members);
    for (const { hub, handle, name } of settings.bank.hubs) {
      this.hubs.set(foldName(name), hub);
      this.hubs.set(handle, hub);
    }
  }

  /** A row of the members' file. Empty where all is well. */
  list(row: MemberRow): readonly Problem[] {
    const { bank } = this.settings;
    const place = { line: row.line };
    const party = this.parties.of(row.name);
    if (party instanceof Misread) return [party.at(place)];
    if (this.listed.has(party)) return [problem('MEMBER_TWICE', place, { name: row.name })];
    if (row.since && row.since > bank.today) return [problem('DATE_IN_FUTURE', place, { text: row.since })];
    const hub = this.hub(row.hub);
    if (hub instanceof Misread && !party.member) return [hub.at(place)];
    this.listed.add(party);
    party.listed(row.hub === '' || hub instanceof Misread ? undefined : hub, row.since);
    return [];
  }

  /** A row of the exchanges' file. */
  take(row: ExchangeRow): StagedExchange | readonly Problem[] {
    const problems: Problem[] = [];
    const check = <Value>(column: ExchangeColumn, found: Value | Misread): Value | undefined => {
      if (!(found instanceof Misread)) return found;
      problems.push(found.at(this.settings.placeOf(row.line, column)));
      return undefined;
    };
    const serviceDate = check('date', this.day(row.serviceDate));
    const provider = check('provider', this.party(row.provider, row.serviceDate));
    const receiver = check('receiver', this.party(row.receiver, row.serviceDate));
    const minutes = check('duration', this.duration(row.minutes));
    const category = check('category', this.category(row.category));
    const hub = check('hub', this.hub(row.hub));
    if (provider && provider === receiver) check('receiver', new Misread('SAME_MEMBER'));
    if (problems.length > 0 || !serviceDate || !provider || !receiver || !minutes || category === undefined || !hub) {
      return problems;
    }

    this.exchanges += 1;
    this.minutes = plus(this.minutes, minutes);
    if (!this.firstDay || serviceDate < this.firstDay) this.firstDay = serviceDate;
    if (!this.lastDay || serviceDate > this.lastDay) this.lastDay = serviceDate;
    provider.exchanged(minutes, serviceDate, hub);
    receiver.exchanged(negative(minutes), serviceDate, hub);
    return {
      line: row.line,
      provider: provider.ordinal,
      receiver: receiver.ordinal,
      minutes,
      serviceDate,
      hub,
      ...(category === '' ? {} : { category }),
      ...(row.note === '' ? {} : { note: row.note }),
    };
  }

  /** All people of the file, in its order; whoever has no account yet is to be admitted. */
  staged(): readonly StagedParty[] {
    return this.parties.all.map((party) => {
      const { ordinal, name, member } = party;
      if (member) return { ordinal, name, account: member.account };
      const hub = party.hub() ?? this.settings.defaultHub;
      if (!hub) throw new Error(`the file's person ${String(ordinal)} was taken without a hub`);
      return { ordinal, name, hub, since: party.since(this.settings.bank.today) };
    });
  }

  private day(serviceDate: LocalDate): LocalDate | Misread {
    return serviceDate > this.settings.bank.today ? new Misread('DATE_IN_FUTURE', { text: serviceDate }) : serviceDate;
  }

  private party(text: string, on: LocalDate): Party | Misread {
    const party = this.parties.of(text);
    if (party instanceof Misread || !party.member) return party;
    if (on < party.member.since) return new Misread('BEFORE_MEMBERSHIP', { since: party.member.since });
    return isSuspendedOn(party.member, on) ? new Misread('SUSPENDED_MEMBER', { text: on }) : party;
  }

  private duration(minutes: Minutes): Minutes | Misread {
    const { exchangeMinutesMax, stepMinutes } = this.settings.bank;
    if (minutes > exchangeMinutesMax) return new Misread('DURATION_TOO_LONG', { minutes, max: exchangeMinutesMax });
    return minutes % stepMinutes === 0 ? minutes : new Misread('DURATION_STEP', { minutes, step: stepMinutes });
  }

  /** '' where the row names none. One that the bank does not know is said once, not on each of its rows. */
  private category(text: string): string | undefined | Misread {
    const code = categoryCode(text);
    if (text === '' || this.settings.bank.categories.includes(code)) return code;
    if (this.unknownCategories.has(code)) return undefined;
    this.unknownCategories.add(code);
    return new Misread('CATEGORY_UNKNOWN', { text, code, known: this.settings.bank.categories.join(', ') });
  }

  private hub(text: string): HubId | Misread {
    if (text === '') return this.settings.defaultHub ?? new Misread('HUB_NOT_SAID');
    return this.hubs.get(foldName(text)) ?? this.unknownHub(text);
  }

  private unknownHub(text: string): Misread {
    return new Misread('HUB_UNKNOWN', { text, known: this.settings.bank.hubs.map(({ name }) => name).join(', ') });
  }
}

function isSuspendedOn(member: MemberFacts, day: LocalDate): boolean {
  return member.suspensions.some(({ from, until }) => day >= from && (!until || day < until));
}
