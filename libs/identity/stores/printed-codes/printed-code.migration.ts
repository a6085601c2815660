/** Codes on paper, as MACs; whoever reads the table can sign in with none of them. */
const printedCode = `
create table identity.printed_code (
  mac bytea primary key check (octet_length(mac) = 32),
  person uuid not null,
  bank uuid not null,
  account uuid not null,
  member_number integer not null,
  issued_by uuid not null,
  status text not null check (status in ('open', 'used', 'void')),
  expires_at timestamptz not null
);
create index on identity.printed_code (account) where status = 'open';
create index on identity.printed_code (person);
create index on identity.printed_code (expires_at);
grant select, insert, delete, update (status) on identity.printed_code to reciproca_app;
`;

export const printedCodeMigration = { name: '0513-printed-code', up: printedCode } as const;
