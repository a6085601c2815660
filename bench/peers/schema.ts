/** What the peers keep: accounts with a balance, exchanges, and two entries an exchange with the balance after. */
export const peerSchema = `
  create table account (
    id uuid primary key, person uuid not null unique, name text not null, balance bigint not null default 0, floor bigint
  );
  create table exchange (
    id uuid primary key, person uuid not null, key text not null, provider uuid not null references account, receiver uuid not null references account,
    minutes integer not null check (minutes > 0), service_date date not null, hub uuid not null, note text, recorded_at timestamptz not null default now(),
    state text not null default 'posted' check (state in ('logged', 'posted')),
    unique (person, key)
  );
  create table entry (
    id bigint generated always as identity primary key, exchange uuid not null references exchange, account uuid not null references account,
    other uuid not null, minutes integer not null, balance_after bigint not null, service_date date not null, recorded_at timestamptz not null default now()
  );
  create index entry_by_account on entry (account, id desc);

  create function log_exchange(new_id uuid, asker uuid, asked_key text, giver uuid, asked_minutes integer, asked_day date, asked_hub uuid, asked_note text)
  returns table (exchange uuid, balance_after bigint) language plpgsql as $$
  declare
    taker uuid;
    kept uuid;
    giver_balance bigint;
    taker_balance bigint;
  begin
    select a.id into strict taker from account a where a.person = asker;
    insert into exchange (id, person, key, provider, receiver, minutes, service_date, hub, note)
      values (new_id, asker, asked_key, giver, taker, asked_minutes, asked_day, asked_hub, asked_note)
      on conflict (person, key) do nothing returning id into kept;
    if kept is null then
      return query select e.exchange, e.balance_after from entry e join exchange x on x.id = e.exchange
        where x.person = asker and x.key = asked_key and e.account = taker;
      return;
    end if;
    perform 1 from account a where a.id in (giver, taker) order by a.id for no key update;
    update account set balance = balance + asked_minutes where id = giver returning balance into giver_balance;
    update account set balance = balance - asked_minutes
      where id = taker and (floor is null or balance - asked_minutes >= floor) returning balance into taker_balance;
    if taker_balance is null then
      raise exception 'FLOOR_REACHED' using errcode = 'LIMIT';
    end if;
    insert into entry (exchange, account, other, minutes, balance_after, service_date)
      values (kept, giver, taker, asked_minutes, giver_balance, asked_day), (kept, taker, giver, -asked_minutes, taker_balance, asked_day);
    return query select kept, taker_balance;
  end $$;
`;

/** Puts a member's account there; `floor` where the account has a limit of its own. */
export const insertAccounts =
  'insert into account (id, person, name, floor) select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[])';

/** Past exchanges as one statement, each with the balances after it; `$6` counts them in their order. */
export const insertHistory = `
  with asked as (
    select gen_random_uuid() as id, p.person, asked.* from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::date[], $6::integer[])
      as asked (provider, receiver, minutes, day, place) join account p on p.id = asked.receiver
  ), kept as (
    insert into exchange (id, person, key, provider, receiver, minutes, service_date, hub)
    select id, person, 'history-' || place, provider, receiver, minutes, day, $5::uuid from asked
  ), legs as (
    select id, place, provider as account, receiver as other, minutes, day from asked
    union all select id, place, receiver, provider, -minutes, day from asked
  ), entered as (
    insert into entry (exchange, account, other, minutes, balance_after, service_date)
    select id, account, other, minutes, sum(minutes) over (partition by account order by place), day from legs order by place
  )
  update account set balance = sums.minutes
  from (select account, sum(minutes) as minutes from legs group by account) sums where sums.account = account.id`;
