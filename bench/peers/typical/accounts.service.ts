import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, LessThan, Repository } from 'typeorm';
import { AccountEntity, EntryEntity } from './entities.js';
import type { Account, Member, StatementConnection } from './types.js';

@Injectable()
export class AccountsService {
  constructor(
    @InjectRepository(AccountEntity) private readonly accounts: Repository<AccountEntity>,
    @InjectRepository(EntryEntity) private readonly entries: Repository<EntryEntity>,
  ) {}

  async of(person: string): Promise<Account> {
    const { id, balance } = await this.accounts.findOneOrFail({
      where: { person },
      select: { id: true, balance: true },
    });
    return { id, balanceMinutes: balance };
  }

  async statement(account: string, first: number, before: string | undefined): Promise<StatementConnection> {
    const lines = await this.entries.find({
      where: { account, ...(before === undefined ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: first + 1,
    });
    const edges = lines.slice(0, first).map((node) => ({ node, cursor: node.id }));
    return { edges, pageInfo: { hasNextPage: lines.length > first, endCursor: edges.at(-1)?.cursor } };
  }

  async members(ids: readonly string[]): Promise<Member[]> {
    const found = await this.accounts.find({ where: { id: In([...ids]) }, select: { id: true, name: true } });
    const names = new Map(found.map(({ id, name }) => [id, name]));
    return ids.map((id) => ({ id, displayName: names.get(id) ?? '' }));
  }
}
