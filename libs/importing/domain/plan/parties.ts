import { Misread } from '../plain-csv/problem.js';
import type { MemberFacts } from './bank-facts.js';
import { foldName, Party, readLabel } from './party.js';

/** Tells who is who: each way in which a file writes a name is one party, or a question. */
export class Parties {
  readonly all: Party[] = [];
  private readonly byText = new Map<string, Party | Misread>();
  private readonly ofMember = new Map<MemberFacts, Party>();
  private readonly ofNewcomer = new Map<string, Party>();
  /** For each newcomer's name whether it came with a number. */
  private readonly numbered = new Map<string, boolean>();
  private readonly byName = new Map<string, MemberFacts[]>();
  private readonly byNumber = new Map<number, MemberFacts>();

  constructor(members: readonly MemberFacts[]) {
    for (const member of members) {
      const name = foldName(member.name);
      this.byName.set(name, [...(this.byName.get(name) ?? []), member]);
      this.byNumber.set(member.number, member);
    }
  }

  of(text: string): Party | Misread {
    const known = this.byText.get(text) ?? this.find(text);
    this.byText.set(text, known);
    return known;
  }

  private find(text: string): Party | Misread {
    const { name, number } = readLabel(text);
    const sameName = this.byName.get(foldName(name)) ?? [];
    if (number === undefined) {
      const [only, second] = sameName;
      if (second) return new Misread('MEMBER_AMBIGUOUS', { name, numbers: numbersOf(sameName) });
      return only ? this.member(only) : this.newcomer(name);
    }
    const holder = this.byNumber.get(number);
    if (holder && sameName.includes(holder)) return this.member(holder);
    if (holder) return new Misread('MEMBER_NUMBER_TAKEN', { name, number });
    if (sameName.length > 0) return new Misread('MEMBER_AMBIGUOUS', { name, numbers: numbersOf(sameName) });
    return this.newcomer(name, number);
  }

  private member(facts: MemberFacts): Party {
    const party = this.ofMember.get(facts) ?? this.add(facts.name, facts);
    this.ofMember.set(facts, party);
    return party;
  }

  private newcomer(name: string, number?: number): Party | Misread {
    const folded = foldName(name);
    const numbered = number !== undefined;
    if ((this.numbered.get(folded) ?? numbered) !== numbered)
      return new Misread('MEMBER_AMBIGUOUS', { name, numbers: '' });
    this.numbered.set(folded, numbered);
    const key = `${folded} ${String(number)}`;
    const party = this.ofNewcomer.get(key) ?? this.add(name);
    this.ofNewcomer.set(key, party);
    return party;
  }

  private add(name: string, member?: MemberFacts): Party {
    const party = new Party(this.all.length, name, member);
    this.all.push(party);
    return party;
  }
}

function numbersOf(members: readonly MemberFacts[]): string {
  return members.map(({ number }) => number).join(', ');
}
