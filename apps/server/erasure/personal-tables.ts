import type { PersonalTable } from '#membership';

/**
 * Every table outside the views that holds something about people. The test of ten marked names looks through all tables
 * of all schemas, so that one that is missing here is found.
 */
export const personalTables: readonly PersonalTable[] = [
  {
    // What is ended is still listed as ended, for the minutes that a token of it holds; nothing says whose it was.
    table: 'identity.session',
    ofPerson: `update identity.session set person = '00000000-0000-0000-0000-000000000000', agent = '',
      ended_at = coalesce(ended_at, now()) where person = $1`,
  },
  { table: 'identity.challenge', ofPerson: 'delete from identity.challenge where person = $1' },
  {
    table: 'identity.printed_code',
    ofPerson: 'delete from identity.printed_code where person = $1 or issued_by = $1',
    ofMembership: 'delete from identity.printed_code where account = $1',
  },
  { table: 'identity.provider_account', ofPerson: 'delete from identity.provider_account where person = $1' },
  { table: 'identity.handover', ofPerson: 'delete from identity.handover where person = $1' },
  { table: 'notifications.mail', ofPerson: 'delete from notifications.mail where person = $1' },
  { table: 'notifications.unwanted', ofPerson: 'delete from notifications.unwanted where person = $1' },
  {
    table: 'register.reading',
    ofPerson: 'delete from register.reading where reader_id = $1',
    ofMembership: 'delete from register.reading where account_id = $1',
  },
  { table: 'staging.party', ofMembership: `update staging.party set name = '' where account = $1` },
  {
    table: 'staging.exchange',
    ofMembership: `update staging.exchange e set note = null from staging.party p
      where p.account = $1 and p.import = e.import and p.ordinal in (e.provider, e.receiver)`,
  },
];
