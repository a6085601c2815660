import type { BankId, Command, HubId, LocalDate, NetworkId, PersonId, RecordRef, StoreId } from '#kernel';
import type { BankRules } from './bank.rules.js';

/** The opener's right comes from the network: `cause` is the network's record that made the opener an administrator. */
export type OpenBank = Command<
  'OpenBank',
  {
    readonly bank: BankId;
    readonly network: NetworkId;
    readonly handle: string;
    readonly name: string;
    readonly rules: BankRules;
    readonly administrators: readonly PersonId[];
    readonly cause: RecordRef;
  }
>;

/** By an administrator of the bank. */
export type ServeHub = Command<
  'ServeHub',
  { readonly hub: HubId; readonly ancestors: readonly HubId[]; readonly from: LocalDate; readonly cause: RecordRef }
>;

/** By the system's `network` process only. */
export type PlaceHub = Command<
  'PlaceHub',
  { readonly hub: HubId; readonly ancestors: readonly HubId[]; readonly from: LocalDate; readonly cause: RecordRef }
>;

/** By `npm run move-store` only, once every record is in the other store. */
export type MoveJournal = Command<'MoveJournal', { readonly to: StoreId }>;

export type BankCommand = OpenBank | ServeHub | PlaceHub | MoveJournal;
