import {
  Forbidden,
  NotFound,
  NothingToChange,
  streamOf,
  unreachable,
  type Actor,
  type BankId,
  type Decidable,
  type Decided,
  type StreamDefinition,
} from '#kernel';
import type { AuthoriseBank, NetworkCommand, OpenNetwork } from './network.commands.js';
import {
  AdministratorMissing,
  BankHandleTaken,
  NetworkAlreadyOpen,
  NetworkHandleInvalid,
  PrivacyNoticeInvalid,
} from './network.errors.js';
import type { BankAuthorised, NetworkEvent, NetworkOpened } from './network.events.js';
import { evolve } from './network.evolve.js';
import { setHubDesk } from './network.desk.js';
import { setHubOrigins } from './network.origins.js';
import { addHub, moveHub } from './network.places.js';
import { issuePrivacyNotice, setRetention } from './network.privacy.js';
import { initialNetwork, type Network, type ReadonlyNetwork } from './network.state.js';
import { isHandle, isNoticeVersion, requirePublicName } from './network.words.js';

/** The system actor of whoever holds the machine: the only one who can open a network. */
export const shell = 'shell';

/** @throws Forbidden, NetworkAlreadyOpen, NetworkHandleInvalid, PublicNameInvalid, PrivacyNoticeInvalid, AdministratorMissing — in this order */
function openNetwork(command: Decidable<OpenNetwork>, network: ReadonlyNetwork): NetworkOpened {
  if (!('system' in command.actor) || command.actor.system !== shell) throw new Forbidden();
  if (network.opened) throw new NetworkAlreadyOpen();
  const { handle, name, privacyNotice, administrators } = command.input;
  if (!isHandle(handle)) throw new NetworkHandleInvalid();
  requirePublicName(name);
  if (!isNoticeVersion(privacyNotice)) throw new PrivacyNoticeInvalid();
  if (administrators.length === 0) throw new AdministratorMissing();

  return {
    type: 'NetworkOpened',
    data: { network: network.network, handle, name, privacyNotice, administrators: [...new Set(administrators)] },
  };
}

/** Who acts, and by which of their rights. */
export type Acting = Pick<Decidable<NetworkCommand>, 'actor' | 'powers'>;

/** The person's right to administer the network: the record that gave it. An import has none, nor a session without roles. */
function rightOf({ actor, powers }: Acting, network: ReadonlyNetwork): { readonly revision: number } | undefined {
  if (powers === 'own' || !('person' in actor) || 'import' in actor) return undefined;
  return network.administrators.get(actor.person);
}

export function mayAdminister(acting: Acting, network: ReadonlyNetwork): boolean {
  return rightOf(acting, network) !== undefined;
}

/**
 * The actor with the record by which it administers the network. A person without that right is a stranger to it, and
 * learns no more of a network that is there than of one that is not.
 *
 * @throws NotFound, Forbidden (imports, and the system itself) — in this order
 */
function administrator(acting: Acting, network: ReadonlyNetwork): Actor {
  const { actor } = acting;
  if (!network.opened) throw new NotFound();
  if (!('person' in actor) || 'import' in actor) throw new Forbidden();
  const right = rightOf(acting, network);
  if (!right) throw new NotFound();
  return { person: actor.person, grant: { stream: streamOf('network', network.network), revision: right.revision } };
}

/** @throws NetworkHandleInvalid, BankHandleTaken — in this order */
function authoriseBank(command: Decidable<AuthoriseBank>, network: ReadonlyNetwork): BankAuthorised {
  const { handle } = command.input;
  if (!isHandle(handle)) throw new NetworkHandleInvalid();
  if (network.banks.has(handle)) throw new BankHandleTaken();
  return { type: 'BankAuthorised', data: { bank: command.newId<BankId>('bank'), handle } };
}

function change(command: Decidable<Exclude<NetworkCommand, OpenNetwork>>, network: ReadonlyNetwork): NetworkEvent {
  switch (command.name) {
    case 'NameNetworkAdministrator': {
      const { person } = command.input;
      if (network.administrators.has(person)) throw new NothingToChange();
      return { type: 'NetworkAdministratorNamed', data: { person } };
    }
    case 'AuthoriseBank':
      return authoriseBank(command, network);
    case 'AddHub':
      return addHub(command, network);
    case 'MoveHub':
      return moveHub(command, network);
    case 'SetHubOrigins':
      return setHubOrigins(command, network);
    case 'SetHubDesk':
      return setHubDesk(command, network);
    case 'IssuePrivacyNotice':
      return issuePrivacyNotice(command, network);
    case 'SetRetention':
      return setRetention(command, network);
    default:
      return unreachable(command);
  }
}

function decide(command: Decidable<NetworkCommand>, network: ReadonlyNetwork): readonly Decided<NetworkEvent>[] {
  if (command.name === 'OpenNetwork') return [{ actor: command.actor, event: openNetwork(command, network) }];
  const actor = administrator(command, network);
  return [{ actor, event: change(command, network) }];
}

/** A network of hubs: its administrators, its tree, and where its hubs' clients may be embedded. */
export const network: StreamDefinition<NetworkCommand, NetworkEvent, Network> = {
  category: 'network',
  foldVersion: 4,
  initial: initialNetwork,
  decide,
  evolve,
  entityOf: (event) => ('hub' in event.data ? event.data.hub : undefined),
  targetOf: (command) => ('hub' in command.input ? command.input.hub : undefined),
  inState: () => true,
  sealing: (command, field) => {
    throw new Error(`${command.name} has no text ${field}`);
  },
  stampOwners: (_command, stream) => [{ kind: 'network', id: initialNetwork(stream).network }],
};
