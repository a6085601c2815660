/** Requests that leave no record, under MACs that name nobody; each is gone a day after it was asked. */
const askedOnce = `
create table identity.asked_once (
  key_mac bytea primary key check (octet_length(key_mac) = 32),
  body_mac bytea not null check (octet_length(body_mac) = 32),
  asked_at timestamptz not null,
  answer jsonb
);
create index on identity.asked_once (asked_at);
grant select, insert, delete, update (answer) on identity.asked_once to reciproca_app;
`;

export const askedOnceMigration = { name: '0515-asked-once', up: askedOnce } as const;
