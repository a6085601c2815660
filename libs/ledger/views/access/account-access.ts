import { Injectable } from '@nestjs/common';
import { NotFound, type AccountId, type BankId, type Asker, type Position } from '#kernel';
import { ReadDoor } from '#read-model';

/**
 * The application's own check of who may read somebody's hours. Row-level security behind the door is the second wall:
 * either holds without the other.
 */
@Injectable()
export class AccountAccess {
  constructor(private readonly door: ReadDoor) {}

  /** @throws NotFound for an account that is unknown and for one that is none of the reader's business alike */
  async requireAccount(reader: Asker, account: AccountId, minPosition?: Position): Promise<void> {
    const { scopes } = await this.door.reachOf(reader, minPosition);
    if (scopes.includes(account)) return;
    const sql = 'select bank_id as bank, desk_id as desk from read.desk_of($1)';
    const [place] = await this.door.read<Place>(reader, { sql, params: [account] });
    if (!place?.bank || !place.desk) throw new NotFound();
    if (!scopes.includes(place.bank) && !scopes.includes(place.desk)) throw new NotFound();
  }

  /** @throws NotFound for a bank whose directory the reader may not see */
  async requireBank(reader: Asker, bank: BankId, minPosition?: Position): Promise<void> {
    const { banks } = await this.door.reachOf(reader, minPosition);
    if (!banks.includes(bank)) throw new NotFound();
  }

  /** @throws NotFound unless the reader audits or administers the bank, or coordinates a hub of it: one of its desks */
  async requireBooks(reader: Asker, bank: BankId, desks: readonly string[], minPosition?: Position): Promise<void> {
    const { scopes } = await this.door.reachOf(reader, minPosition);
    if (![bank, ...desks].some((scope) => scopes.includes(scope))) throw new NotFound();
  }
}

interface Place {
  readonly bank: BankId | null;
  readonly desk: string | null;
}
