import type { PersonId } from '#kernel';
import type { ReadModels } from '#read-model';

interface Row {
  readonly person: PersonId;
  readonly bank: string;
}

/** A bank's day, which begins before or after the database's. */
const today = `(now() at time zone (b.rules ->> 'timeZone'))::date`;

/** The administrator longest in office of the only bank with this handle; undefined where none or several banks bear it. */
export async function administratorOf(
  readModels: Pick<ReadModels, 'everything'>,
  handle: string,
): Promise<PersonId | undefined> {
  const rows = await readModels.everything<Row>(
    `select g.person_id as person, b.bank_id as bank
       from read.role_grant g join read.bank b using (bank_id)
      where b.handle = $1 and g.role = 'administrator' and not g.revoked
        and g.from_day <= ${today} and coalesce(g.until_day, ${today}) >= ${today}
      order by g.from_day, g.revision, g.grant_id`,
    [handle],
  );
  return new Set(rows.map(({ bank }) => bank)).size === 1 ? rows[0]?.person : undefined;
}
