import type { BankCommand } from './bank.commands.js';
import type { ExchangeCommand } from './exchange.commands.js';
import type { MemberCommand } from './member.commands.js';

export type JournalCommand = BankCommand | MemberCommand | ExchangeCommand;
