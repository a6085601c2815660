/** Lines beyond `$2` of account `$1`, at most `$3`: said in SQL, since the builder would select more than is shown. */
export function linesBeyond(beyond: '<' | '>'): string {
  return `select l.entry_number as "entryNumber", l.bank_id as "bankId", l.minutes, l.balance_after_minutes as "balanceAfterMinutes",
      l.exchange_id as "exchangeId", l.other_account_id as "otherAccountId", l.travel_minutes as "travelMinutes",
      l.service_date as "serviceDate", l.recorded_at as "recordedAt", l.hub_id as "hubId", l.strand, l.category
    from read.account_statement l where l.account_id = $1 and l.entry_number ${beyond} $2
    order by l.entry_number ${beyond === '<' ? 'desc' : 'asc'} limit $3`;
}

/** The names of all other parties of the page `lines`, asked once. */
export const namesOfLines = `left join read.names_of(array(select "otherAccountId" from lines)) n
  on n.account_id = lines."otherAccountId"`;
