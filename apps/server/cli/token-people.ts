import type { Client } from 'pg';
import { connect } from '#read-model';

/** Somebody a token can be made for; one line for each membership. */
export interface KnownPerson {
  readonly person: string;
  readonly name: string | null;
  readonly bank: string | null;
  readonly number: number | null;
}

const servedTable = (view: string, table: string): string =>
  `select format('read.%I', '${table}_v' || version) from read.version where view = '${view}' and status = 'serving'`;

/** Whoever holds the machine sees everybody: read as the projector, whom row-level security lets through. */
export async function knownPeople(databaseUrl: string): Promise<readonly KnownPerson[]> {
  const client = await connect(databaseUrl, 'reciproca_projector');
  try {
    const names = await servedName(client, 'member_directory', 'person_name');
    const members = await servedName(client, 'member_directory', 'member_directory');
    const banks = await servedName(client, 'standing', 'bank');
    const { rows } = await client.query<KnownPerson>(
      `select n.person_id as person, n.display_name as name, b.handle as bank, m.number
         from ${names} n left join ${members} m using (person_id) left join ${banks} b using (bank_id)
        order by b.handle nulls first, m.number, n.display_name`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

async function servedName(client: Client, view: string, table: string): Promise<string> {
  const { rows } = await client.query<{ format: string }>(servedTable(view, table));
  const [row] = rows;
  if (!row) throw new Error(`the view ${view} is not built yet`);
  return row.format;
}

/** Those meant by a display name, a person id, or a member number: `settimo:7`. Where nobody is, by a part of a name. */
export function meantBy(who: string, people: readonly KnownPerson[]): readonly KnownPerson[] {
  const asked = who.trim().toLowerCase();
  if (asked === '') return [];
  const exactly = people.filter(
    ({ person, name, bank, number }) =>
      person === asked || name?.toLowerCase() === asked || `${bank ?? ''}:${String(number)}` === asked,
  );
  return exactly.length > 0 ? exactly : people.filter(({ name }) => name?.toLowerCase().includes(asked));
}
