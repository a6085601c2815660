import { Forbidden, NotFound, NothingToChange, type Actor, type BankId, type ImportId, type PersonId } from '#kernel';
import { idOf, newId } from '#testing';
import { shell } from './network.decider.js';
import {
  AdministratorMissing,
  BankHandleTaken,
  NetworkAlreadyOpen,
  NetworkHandleInvalid,
  PrivacyNoticeInvalid,
  PublicNameInvalid,
} from './network.errors.js';
import type { NetworkCommand } from './network.commands.js';
import { ada, added, asked, given, march, notice, opened, rho, stream, words } from './testing/past.js';

const bruna = idOf<PersonId>('Bruna');
const byAda: Actor = { person: ada, grant: { stream, revision: 0 } };

describe('opening a network', () => {
  const opening = { handle: 'opcafe', name: '#OpCafé', privacyNotice: '2026-1', administrators: [ada] };
  const open = (changed: Partial<typeof opening> = {}, actor: Actor = { system: shell }) =>
    asked({ name: 'OpenNetwork', input: { ...opening, ...changed } }, actor);

  test('from the shell, with its first administrators', () => {
    given()
      .when(open({ administrators: [ada, ada] }))
      .then(opened);
  });

  test.each<[string, Actor]>([
    ['a person', { person: ada }],
    ['another part of the system', { system: 'network' }],
  ])('not by %s', (_who, actor) => {
    given().when(open({}, actor)).refuses(Forbidden);
  });

  test('only once', () => {
    given(opened).when(open()).refuses(NetworkAlreadyOpen);
  });

  test.each(['a', 'Opcafe', '1opcafe', 'op_cafe', `a${'b'.repeat(40)}`])('%s is no handle', (handle) => {
    given().when(open({ handle })).refuses(NetworkHandleInvalid);
  });

  test.each(['ab', `a${'b'.repeat(39)}`])('%s is a handle', (handle) => {
    given()
      .when(open({ handle }))
      .then({ ...opened, data: { ...opened.data, handle } });
  });

  test.each(['', ' rete', 'a'.repeat(81)])('"%s" is no name', (name) => {
    given().when(open({ name })).refuses(PublicNameInvalid);
  });

  test.each(['', 'prima', `1${'0'.repeat(24)}`, '1 bis'])('"%s" is no version of a notice', (privacyNotice) => {
    given().when(open({ privacyNotice })).refuses(PrivacyNoticeInvalid);
  });

  test('never without an administrator', () => {
    given()
      .when(open({ administrators: [] }))
      .refuses(AdministratorMissing);
  });
});

describe('what a network decides', () => {
  const name = asked({ name: 'NameNetworkAdministrator', input: { person: bruna } });

  test('by an administrator, with the record that made one', () => {
    given(opened)
      .when(name)
      .then({ actor: byAda, event: { type: 'NetworkAdministratorNamed', data: { person: bruna } } });
  });

  test('whoever was named later acts by that record', () => {
    given(opened, { type: 'NetworkAdministratorNamed', data: { person: bruna } })
      .when(asked({ name: 'IssuePrivacyNotice', input: notice('2026-2') }, { person: bruna }))
      .then({
        actor: { person: bruna, grant: { stream, revision: 1 } },
        event: { type: 'PrivacyNoticeIssued', data: { privacyNotice: '2026-2', words } },
      });
  });

  test.each<[string, Actor]>([
    ['an import', { import: idOf<ImportId>('import'), person: ada }],
    ['the shell', { system: shell }],
  ])('not by %s', (_who, actor) => {
    given(opened)
      .when({ ...name, actor })
      .refuses(Forbidden);
  });

  test('somebody else is answered as if the network were not there', () => {
    given(opened)
      .when({ ...name, actor: { person: bruna } })
      .refuses(NotFound);
    given().when(name).refuses(NotFound);
  });

  test('an administrator is named once', () => {
    given(opened)
      .when(asked({ name: 'NameNetworkAdministrator', input: { person: ada } }))
      .refuses(NothingToChange);
  });
});

describe('authorising a bank', () => {
  const authorise = (handle: string) => asked({ name: 'AuthoriseBank', input: { handle } });
  const bank = newId<BankId>('bank');

  test('gives it its id', () => {
    given(opened)
      .when(authorise('rho'))
      .then({ type: 'BankAuthorised', data: { bank, handle: 'rho' } });
  });

  test.each([
    { handle: 'rho', refusal: BankHandleTaken },
    { handle: 'R', refusal: NetworkHandleInvalid },
  ])('not under $handle', ({ handle, refusal }) => {
    given(opened, { type: 'BankAuthorised', data: { bank, handle: 'rho' } })
      .when(authorise(handle))
      .refuses(refusal);
  });
});

describe('in a session with the person’s own rights', () => {
  test.each<NetworkCommand>([
    { name: 'NameNetworkAdministrator', input: { person: bruna } },
    { name: 'AuthoriseBank', input: { handle: 'banca' } },
    { name: 'AddHub', input: { handle: 'rho', name: { it: 'Rho' }, from: march } },
    { name: 'MoveHub', input: { hub: rho, from: march } },
    { name: 'SetHubOrigins', input: { hub: rho, origins: [] } },
    { name: 'IssuePrivacyNotice', input: notice('2026-2') },
    { name: 'SetRetention', input: { monthsAfterLastActivity: 24, readLogDays: 365 } },
    { name: 'SetRetention', input: { monthsAfterLastActivity: 24, readLogDays: 365 } },
  ])('an administrator is a stranger to the network: $name', (command) => {
    given(opened, added(rho, 'rho'))
      .when({ ...asked(command), powers: 'own' })
      .refuses(NotFound);
  });
});
