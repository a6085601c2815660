/**
 * Accounts at identity providers, by keyed digests alone, and the codes with which somebody who signed in there comes
 * back to a hub's page within a minute.
 */
const provider = `
create table identity.provider_account (
  account bytea primary key check (octet_length(account) = 32),
  issuer bytea not null check (octet_length(issuer) = 32),
  person uuid not null,
  linked_at timestamptz not null,
  unique (issuer, person)
);
create index on identity.provider_account (person);

create table identity.handover (
  code_hash bytea primary key check (octet_length(code_hash) = 32),
  person uuid not null,
  hub uuid not null,
  origin text not null,
  challenge text not null,
  ends_at timestamptz not null
);
create index on identity.handover (ends_at);
create index on identity.handover (person);
grant select, insert, delete on identity.provider_account, identity.handover to reciproca_app;
`;

export const providerMigration = { name: '0540-provider', up: provider } as const;
