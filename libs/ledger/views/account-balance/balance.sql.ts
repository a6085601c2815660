/** Of account `$1`: a look at one row. */
export const balanceOfAccount = `select b.account_id as "accountId", b.bank_id as "bankId", b.hub_id as "hubId",
    b.balance_minutes as "balanceMinutes", b.entry_number as "entryNumber"
  from read.account_balance b where b.account_id = $1`;

/** Of account `$1`. */
export const termsOfAccount = `select coalesce(own.floor, bank.rules -> 'limits' -> 'floor') as floor,
    coalesce(own.ceiling, bank.rules -> 'limits' -> 'ceiling') as ceiling,
    claims.waiting as "waitingMinutes", claims.reserved as "reservedMinutes", m.revision
  from read.account_balance b
  left join read.bank bank using (bank_id)
  left join read.membership m using (account_id)
  left join lateral (
    select floor, ceiling from read.account_limit l where l.account_id = b.account_id order by revision desc limit 1
  ) own on true
  cross join lateral (
    select coalesce(sum(minutes) filter (where turn = 'receiver'), 0) as waiting,
      coalesce(sum(minutes) filter (where turn = 'provider'), 0) as reserved
    from read.exchange e where e.receiver_id = b.account_id and e.state = 'logged'
  ) claims
  where b.account_id = $1`;
