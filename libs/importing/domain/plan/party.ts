import { plus, type HubId, type LocalDate, type Minutes } from '#kernel';
import type { MemberFacts } from './bank-facts.js';

/** `Anna Prova (17)` is the member number 17; without a number it is only a name. */
export interface Label {
  readonly name: string;
  readonly number?: number;
}

export function readLabel(text: string): Label {
  const [, name, number] = /^(.+?) ?\((\d{1,9})\)$/.exec(text) ?? [];
  return name === undefined ? { name: text } : { name, number: Number(number) };
}

/** Names are the same whatever their case. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** One of a file's people: a member of the bank already, or one to admit. */
export class Party {
  private readonly hubs = new Map<HubId, number>();
  private saidHub?: HubId;
  private firstDay?: LocalDate;
  private moved = 0 as Minutes;

  constructor(
    /** Place among the file's people, from 0. */
    readonly ordinal: number,
    readonly name: string,
    readonly member?: MemberFacts,
  ) {}

  /** An exchange of theirs: positive where they gave. */
  exchanged(minutes: Minutes, on: LocalDate, hub: HubId): void {
    this.moved = plus(this.moved, minutes);
    this.seen(on);
    this.hubs.set(hub, (this.hubs.get(hub) ?? 0) + 1);
  }

  /** What the members' file says of them. */
  listed(hub: HubId | undefined, since: LocalDate | undefined): void {
    if (hub) this.saidHub = hub;
    if (since) this.seen(since);
  }

  get balanceMinutes(): Minutes {
    return plus(this.member?.balanceMinutes ?? (0 as Minutes), this.moved);
  }

  /** The earliest day known of them. */
  since(today: LocalDate): LocalDate {
    return this.firstDay ?? today;
  }

  /** The one said in the members' file, else the one of most of their exchanges, the first of equals. */
  hub(): HubId | undefined {
    const [most] = [...this.hubs].sort(([, a], [, b]) => b - a);
    return this.saidHub ?? most?.[0];
  }

  private seen(on: LocalDate): void {
    if (!this.firstDay || on < this.firstDay) this.firstDay = on;
  }
}
