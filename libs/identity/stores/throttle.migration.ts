/** The table that rate-limiter-flexible counts in. Its keys are MACs; it takes away old rows itself. */
const throttle = `
create schema if not exists identity;
grant usage on schema identity to reciproca_app;
create table identity.throttle (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
grant select, insert, update, delete on identity.throttle to reciproca_app;
`;

export const throttleMigration = { name: '0511-throttle', up: throttle } as const;
