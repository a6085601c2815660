import type { Message } from '#kernel';
import type { DirectoryMember } from '../views/member-directory/member-directory.query.js';

/** What an account is called once its member is erased. */
export const erasedMember: Message = { it: 'Socio cancellato', en: 'Erased member' };

/** The name as it is shown; undefined where none is known, though the member is there. */
export function nameShown(
  { displayName, personId }: Pick<DirectoryMember, 'displayName' | 'personId'>,
  language: keyof Message,
): string | undefined {
  return personId === undefined ? erasedMember[language] : displayName;
}
