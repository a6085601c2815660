import type { DirectoryMember } from './member-directory.query.js';

/** A directory row as SQL gives it. */
export type MemberRow = Omit<DirectoryMember, 'displayName' | 'personId'> & {
  readonly personId: DirectoryMember['personId'] | null;
  readonly displayName: string | null;
};

export function toMember({ displayName, personId, ...member }: MemberRow): DirectoryMember {
  return {
    ...member,
    ...(personId !== null && personId !== undefined && { personId }),
    ...(displayName !== null && { displayName }),
  };
}

/** Columns of the directory `d` with the names `n` under the names of DirectoryMember. */
export const memberColumns = `d.account_id as "accountId", d.bank_id as "bankId", person_id as "personId", d.number, d.hub_id as "hubId",
  d.since, n.display_name as "displayName"`;

export const namedMembers = 'read.member_directory d left join read.person_name n using (person_id)';
