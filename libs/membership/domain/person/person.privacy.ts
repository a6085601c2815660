import {
  Forbidden,
  NotFound,
  NothingToChange,
  isDocumentNumber,
  requireDocumentNumber,
  type Actor,
  type Decidable,
  type Decided,
} from '#kernel';
import type { AcknowledgeNotice, ErasePerson, SetConsent } from './person.commands.js';
import { NoticeUnknown } from './person.errors.js';
import type { ConsentGiven, ConsentWithdrawn, Manner, NoticeAcknowledged, PersonErased } from './person.events.js';
import { askedAfterADay } from './person.needs.js';
import { consentTo, type ReadonlyPerson } from './person.state.js';

/** The system actor of erasures that follow from others. */
export const erasures = 'erasures';

/**
 * A person says that an edition of a notice was read. That the network issued it is asked of the network
 * before.
 *
 * @throws what `requireSpeaker` throws, then NoticeUnknown, NothingToChange — in this order
 */
export function acknowledgeNotice(
  command: Decidable<AcknowledgeNotice>,
  state: ReadonlyPerson,
): Decided<NoticeAcknowledged> {
  const { network, privacyNotice, how } = command.input;
  const actor = requireSpeaker(command.actor, state, how);
  if (!isDocumentNumber(privacyNotice)) throw new NoticeUnknown();
  if (state.notices.get(network) === privacyNotice) throw new NothingToChange();
  const { person } = state;
  return { actor, event: { type: 'NoticeAcknowledged', data: { person, network, privacyNotice, how } } };
}

/**
 * A yes to one purpose, or its withdrawal, which is as easy as the yes was.
 *
 * @throws what `requireSpeaker` throws, then NothingToChange — in this order
 */
export function setConsent(
  command: Decidable<SetConsent>,
  state: ReadonlyPerson,
): Decided<ConsentGiven | ConsentWithdrawn> {
  const { network, purpose, given, how } = command.input;
  const actor = requireSpeaker(command.actor, state, how);
  if ((state.consents.get(consentTo(network, purpose)) ?? false) === given) throw new NothingToChange();
  const type = given ? 'ConsentGiven' : 'ConsentWithdrawn';
  return { actor, event: { type, data: { person: state.person, network, purpose, how } } };
}

/**
 * That nobody needs the person is found out before; here it holds for nobody who was registered within a day.
 *
 * @throws NotFound (nobody there, or erased already; somebody else's wish), Forbidden — in this order
 */
export function erasePerson(command: Decidable<ErasePerson>, state: ReadonlyPerson): Decided<PersonErased> {
  const { actor } = command;
  const { ground } = command.input;
  if (!isThere(state)) throw new NotFound();
  const isSystem = 'system' in actor && actor.system === erasures;
  if (!isSystem && !isThemself(actor, state)) throw new NotFound();
  if (!isSystem && ground !== 'own-wish') throw new Forbidden();
  if (ground === 'never-needed' && !askedAfterADay(state, command.at)) throw new Forbidden();
  return { actor, event: { type: 'PersonErased', data: { person: state.person, ground } } };
}

export function isThemself(actor: Actor, { person }: ReadonlyPerson): boolean {
  return 'person' in actor && !('import' in actor) && actor.for === undefined && actor.person === person;
}

export function isThere({ registeredAt, erased }: ReadonlyPerson): boolean {
  return registeredAt !== undefined && !erased;
}

/**
 * On screen the person speaks; on paper a desk does, whose right was asked for in its bank and stands in the actor.
 *
 * @throws NotFound, DocumentNumberInvalid — in this order
 */
function requireSpeaker(actor: Actor, state: ReadonlyPerson, how: Manner): Actor {
  const isDesk =
    'person' in actor && !('import' in actor) && actor.grant !== undefined && actor.person !== state.person;
  if (!isThere(state) || (how.kind === 'screen' ? !isThemself(actor, state) : !isDesk)) throw new NotFound();
  if (how.kind === 'paper') requireDocumentNumber(how.document);
  return actor;
}
