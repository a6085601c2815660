import {
  NotFound,
  unreachable,
  type Command,
  type Decidable,
  type Decided,
  type KeyOwner,
  type Recorded,
  type SealedText,
  type Sealing,
  type StreamDefinition,
} from '#kernel';
import type { ChangeEmail, PersonCommand, RegisterPerson, RenamePerson } from './person.commands.js';
import { PersonAlreadyRegistered } from './person.errors.js';
import type { PersonEvent } from './person.events.js';
import { acknowledgeNotice, erasePerson, isThemself, isThere, setConsent } from './person.privacy.js';
import { consentTo, initialPerson, type Person, type ReadonlyPerson } from './person.state.js';
import { requireEmail, requireName } from './person.texts.js';

/**
 * Somebody becomes known by name. Who may ask for it is decided where the person is needed: the journal or the network.
 *
 * @throws PersonAlreadyRegistered, NameMissing, NameTooLong, EmailInvalid — in this order
 */
function registerPerson(command: Decidable<RegisterPerson>, state: ReadonlyPerson): Decided<PersonEvent> {
  if (state.registeredAt !== undefined) throw new PersonAlreadyRegistered();
  checkTexts(command);

  const email = command.sealed['email'];
  return {
    actor: command.actor,
    event: {
      type: 'PersonRegistered',
      data: {
        person: state.person,
        name: sealedName(command),
        ...(email && { email }),
        language: command.input.language,
        askedBy: command.input.askedBy,
      },
    },
  };
}

/**
 * A person says what to be called.
 *
 * @throws NotFound, NameMissing, NameTooLong — in this order
 */
function renamePerson(command: Decidable<RenamePerson>, state: ReadonlyPerson): Decided<PersonEvent> {
  if (!isThere(state) || !isThemself(command.actor, state)) throw new NotFound();
  checkTexts(command);

  return {
    actor: command.actor,
    event: { type: 'PersonRenamed', data: { person: state.person, name: sealedName(command) } },
  };
}

/**
 * A person is written to elsewhere. Whoever else may change that was asked in the bank's journal before: the actor then
 * names the grant.
 *
 * @throws NotFound, EmailInvalid — in this order
 */
function changeEmail(command: Decidable<ChangeEmail>, state: ReadonlyPerson): Decided<PersonEvent> {
  const { actor } = command;
  const isAllowed = isThemself(actor, state) || 'grant' in actor;
  if (!isThere(state) || !isAllowed) throw new NotFound();
  requireEmail(command.texts?.['email'] ?? '');
  const email = command.sealed['email'];
  if (!email) throw new Error('an address was checked and not sealed');
  return { actor, event: { type: 'EmailChanged', data: { person: state.person, email } } };
}

function checkTexts(command: Command): void {
  requireName(command.texts?.['name'] ?? '');
  const email = command.texts?.['email'];
  if (email !== undefined) requireEmail(email);
}

function sealedName(command: Decidable<PersonCommand>): SealedText {
  const name = command.sealed['name'];
  if (!name) throw new Error('a name was checked and not sealed');
  return name;
}

function decide(command: Decidable<PersonCommand>, state: ReadonlyPerson): readonly Decided<PersonEvent>[] {
  switch (command.name) {
    case 'RegisterPerson':
      return [registerPerson(command, state)];
    case 'RenamePerson':
      return [renamePerson(command, state)];
    case 'ChangeEmail':
      return [changeEmail(command, state)];
    case 'AcknowledgeNotice':
      return [acknowledgeNotice(command, state)];
    case 'SetConsent':
      return [setConsent(command, state)];
    case 'ErasePerson':
      return [erasePerson(command, state)];
    default:
      return unreachable(command);
  }
}

function evolve(state: Person, { event, recordedAt }: Recorded<PersonEvent>): void {
  switch (event.type) {
    case 'PersonRegistered':
      state.registeredAt = recordedAt;
      if (event.data.askedBy) state.askedBy = event.data.askedBy;
      return;
    case 'PersonRenamed':
    case 'EmailChanged':
      return;
    case 'NoticeAcknowledged':
      state.notices.set(event.data.network, event.data.privacyNotice);
      return;
    case 'ConsentGiven':
    case 'ConsentWithdrawn': {
      const { network, purpose } = event.data;
      state.consents.set(consentTo(network, purpose), event.type === 'ConsentGiven');
      return;
    }
    case 'PersonErased':
      state.erased = true;
      return;
    default:
      unreachable(event);
  }
}

function owner(person: string): KeyOwner {
  return { kind: 'person', id: person };
}

/** One human being, across banks: the only place where a name or an address is kept. */
export const person: StreamDefinition<PersonCommand, PersonEvent, Person> = {
  category: 'person',
  foldVersion: 3,
  initial: initialPerson,
  decide,
  evolve,
  entityOf: (event) => event.data.person,
  targetOf: () => undefined,
  sealing: (_command, field, state): Sealing => ({ entity: state.person, field, owners: [owner(state.person)] }),
  stampOwners: (_command, stream) => [owner(initialPerson(stream).person)],
};
