/**
 * Who is signed in. No row lets anybody in: secrets are hashed, refresh tokens are not kept at all. The application opens,
 * changes and ends sessions, and takes away those that are over.
 */
const session = `
do $$ begin
  create role reciproca_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;

create schema if not exists identity;
grant usage on schema identity to reciproca_app;

create table identity.session (
  id uuid primary key,
  person uuid not null,
  kind text not null check (kind in ('console', 'embedded')),
  hub uuid,
  origin text,
  signed_in_by text not null check (signed_in_by in ('code', 'printed-code', 'provider')),
  agent text not null check (length(agent) <= 40),
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  salt text not null,
  generation integer not null,
  opened_at timestamptz not null,
  rotated_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  check ((kind = 'embedded') = (hub is not null) and (kind = 'embedded') = (origin is not null))
);
create index on identity.session (person);
create index on identity.session (ended_at) where ended_at is not null;
create index on identity.session (ends_at);
grant select, insert, delete, update (person, agent, generation, rotated_at, ended_at) on identity.session to reciproca_app;
`;

export const sessionMigration = { name: '0510-session', up: session } as const;
