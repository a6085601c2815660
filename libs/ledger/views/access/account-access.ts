import { Inject, Injectable } from '@nestjs/common';
import {
  NotFound,
  READING_REGISTER,
  type AccountId,
  type Asker,
  type BankId,
  type Position,
  type ReadingKind,
  type ReadingRegister,
} from '#kernel';
import { ReadDoor } from '#read-model';

/**
 * The application's own check of who may read somebody's hours. Row-level security behind the door is the second wall:
 * either holds without the other. What is read by a role is noted in the register that the member may see.
 */
@Injectable()
export class AccountAccess {
  constructor(
    private readonly door: ReadDoor,
    @Inject(READING_REGISTER) private readonly register: Pick<ReadingRegister, 'note'>,
  ) {}

  /** @throws NotFound for an account that is unknown and for one that is none of the reader's business alike */
  async requireAccount(
    reader: Asker,
    account: AccountId,
    minPosition?: Position,
    kind: ReadingKind = 'account',
  ): Promise<void> {
    const { scopes } = await this.door.reachOf(reader, minPosition);
    if (scopes.includes(account)) return;
    const sql = 'select bank_id as bank, desk_id as desk from read.desk_of($1)';
    const [place] = await this.door.read<Place>(reader, { sql, params: [account], quick: true });
    if (!place?.bank || !place.desk) throw new NotFound();
    if (!scopes.includes(place.bank) && !scopes.includes(place.desk)) throw new NotFound();
    this.register.note({ bank: place.bank, account, reader: reader.person, kind });
  }

  /** Notes who saw what is between these accounts without having to do with either. */
  async noteReading(reader: Asker, bank: BankId, accounts: readonly AccountId[], kind: ReadingKind): Promise<void> {
    const { scopes } = await this.door.reachOf(reader);
    if (accounts.some((account) => scopes.includes(account))) return;
    for (const account of accounts) this.register.note({ bank, account, reader: reader.person, kind });
  }

  /** Who acted and who read, by a role, is the member's to know, and the auditors'. @throws NotFound to everybody else */
  async requireRegister(reader: Asker, bank: BankId, account?: AccountId): Promise<void> {
    const { scopes } = await this.door.reachOf(reader);
    if (![bank, account].some((scope) => scope !== undefined && scopes.includes(scope))) throw new NotFound();
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
