/**
 * Who asked for a code. Known and unknown addresses leave the same row; the address is sealed and gone once the mail is
 * put, and the code is here as a MAC alone.
 */
const challenge = `
create table identity.challenge (
  id uuid primary key,
  number bigint generated always as identity,
  address_mac bytea not null check (octet_length(address_mac) = 32),
  address bytea,
  hub uuid,
  language text not null check (language in ('it', 'en')),
  tries_left integer not null check (tries_left >= 0),
  status text not null check (status in ('open', 'used')),
  expires_at timestamptz not null,
  code_mac bytea check (octet_length(code_mac) = 32),
  person uuid
);
create index on identity.challenge (address_mac, number desc);
create index on identity.challenge (number) where address is not null;
create index on identity.challenge (expires_at);
create index on identity.challenge (person);
grant select, insert, delete, update (address, tries_left, status, code_mac, person) on identity.challenge to reciproca_app;
`;

export const challengeMigration = { name: '0512-challenge', up: challenge } as const;
