import { streamOf, type Submission } from '#kernel';
import type { ChangeEmail } from '../../domain/person/person.commands.js';
import { tidied } from '../../domain/person/person.texts.js';
import type { ChangeEmailCommand } from './change-email.command.js';

/** As the person's stream takes it from the person. */
export function ownChange({ email, asker, key, correlation }: ChangeEmailCommand): Submission<ChangeEmail> {
  return {
    stream: streamOf('person', asker.person),
    command: { name: 'ChangeEmail', input: {}, texts: tidied({ email }) },
    actor: { person: asker.person },
    powers: asker.powers,
    key,
    correlation,
  };
}
