import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn, type ValueTransformer } from 'typeorm';

/** PostgreSQL gives 64-bit numbers as text. */
const asNumber: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  person!: string;

  @Column('text')
  name!: string;

  @Column('bigint', { transformer: asNumber })
  balance!: number;

  @Column('bigint', { nullable: true, transformer: asNumber })
  floor!: number | null;
}

@Entity('exchange')
export class ExchangeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  person!: string;

  @Column('text')
  key!: string;

  @Column('uuid')
  provider!: string;

  @Column('uuid')
  receiver!: string;

  @Column('integer')
  minutes!: number;

  @Column('date', { name: 'service_date' })
  serviceDate!: string;

  @Column('uuid')
  hub!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text')
  state!: 'logged' | 'posted';
}

@Entity('entry')
export class EntryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  exchange!: string;

  @Column('uuid')
  account!: string;

  @Column('uuid')
  other!: string;

  @Column('integer')
  minutes!: number;

  @Column('bigint', { name: 'balance_after', transformer: asNumber })
  balanceAfter!: number;

  @Column('date', { name: 'service_date' })
  serviceDate!: string;
}
