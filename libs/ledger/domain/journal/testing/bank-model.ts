import type { Actor } from '#kernel';
import type { MoveJournal, OpenBank, PlaceHub, ServeHub } from '../bank.commands.js';
import type { BankRules } from '../bank.rules.js';
import { ownNameOf, refuse } from './known-facts.js';
import type { KnownPowers } from './known-powers.js';
import { told } from './told.js';

export type BankCommand = OpenBank | MoveJournal | ServeHub | PlaceHub;

/** How a bank begins, which hubs it serves, where it is kept. */
export class BankModel {
  constructor(private readonly known: KnownPowers) {}

  answer(command: BankCommand, actor: Actor, today: string, ids: readonly string[]): string {
    switch (command.name) {
      case 'OpenBank':
        return this.open(command.input, actor, ids);
      case 'MoveJournal':
        return this.move(command.input, actor);
      case 'ServeHub':
        return this.serve(command.input, actor, today);
      case 'PlaceHub':
        return this.place(command.input, actor);
    }
  }

  private open({ cause, ...input }: OpenBank['input'], actor: Actor, ids: readonly string[]): string {
    const { handle, name, rules } = input;
    const person = ownNameOf(actor);
    refuse({
      BANK_ALREADY_OPEN: this.known.isOpen,
      HANDLE_INVALID: !/^[a-z][a-z0-9-]{1,39}$/.test(handle),
      NAME_INVALID: !/^\S(.*\S)?$/.test(name) || name.length > 120,
      BANK_RULE_INVALID: !areRules(rules),
      ADMINISTRATOR_REQUIRED: input.administrators.length === 0,
    });
    const persons = input.administrators.filter((one, n, all) => all.indexOf(one) === n);
    const administrators = persons.map((administrator, n) => ({ grant: ids[n], person: administrator }));
    return told('BankOpened', { ...input, administrators }, { person, grant: cause });
  }

  private move({ to }: MoveJournal['input'], actor: Actor): string {
    refuse({
      FORBIDDEN: !('system' in actor) || actor.system !== 'move-store',
      NOTHING_TO_CHANGE: this.known.all('JournalMoved').at(-1)?.to === to,
    });
    return told('JournalMoved', { to }, actor);
  }

  private serve(input: ServeHub['input'], actor: Actor, today: string): string {
    const by = this.known.administrator(actor, today);
    refuse({ HUB_ALREADY_SERVED: this.known.isServed(input.hub) });
    return told('HubServed', input, by);
  }

  /** What the network recorded before what was last taken for this hub is old news. */
  private place(input: PlaceHub['input'], actor: Actor): string {
    const taken = [...this.known.all('HubServed'), ...this.known.all('HubPlaced')].filter(
      ({ hub }) => hub === input.hub,
    );
    refuse({
      FORBIDDEN: !('system' in actor) || actor.system !== 'network',
      HUB_NOT_SERVED: taken.length === 0,
      NOTHING_TO_CHANGE: taken.some(({ cause }) => cause.revision >= input.cause.revision),
    });
    return told('HubPlaced', input, actor);
  }
}

/** A week at most, a year at most. */
function areRules({ limits, ...rules }: BankRules): boolean {
  const { stepMinutes: step, exchangeMinutesMax: largest, claimDays } = rules;
  const { floor, ceiling } = limits;
  return [
    rules.timeZone === 'Europe/Rome',
    [15, 30].includes(step),
    largest > 0 && largest % step === 0 && largest <= 7 * 1440,
    ['both', 'receiver'].includes(rules.consent),
    claimDays >= 1 && claimDays <= 365 && claimDays % 1 === 0,
    floor.kind === 'none' || floor.minutes <= 0,
    ceiling.kind === 'none' || ceiling.minutes >= 0,
    ...[rules.categories, rules.strands].map((codes) => {
      return codes.every((one, n) => /^[a-z][a-z0-9-]{0,39}$/.test(one) && codes.indexOf(one) === n);
    }),
  ].every(Boolean);
}
