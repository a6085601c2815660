import { NotFound, streamOf, type Actor, type BankId, type ImportId, type PersonId, type RecordRef } from '#kernel';
import { givenFor, idOf, sealed } from '#testing';
import type { PersonCommand } from './person.commands.js';
import { person } from './person.decider.js';
import { EmailInvalid, NameMissing, NameTooLong, PersonAlreadyRegistered } from './person.errors.js';
import type { PersonEvent } from './person.events.js';

const [lucia, carla] = [idOf<PersonId>('Lucia'), idOf<PersonId>('Carla')];
const askedBy = { bank: idOf<BankId>('bank') };
const given = givenFor(person, streamOf('person', lucia));

const registered: PersonEvent = {
  type: 'PersonRegistered',
  data: { person: lucia, name: sealed('Lucia Sala'), language: 'it', askedBy },
};
const register = (texts: Record<string, string>): { command: PersonCommand; actor: Actor } => ({
  command: { name: 'RegisterPerson', input: { language: 'it', askedBy }, texts },
  actor: { person: carla },
});
const rename = (name: string, actor: Actor = { person: lucia }): { command: PersonCommand; actor: Actor } => ({
  command: { name: 'RenamePerson', input: {}, texts: { name } },
  actor,
});

describe('registering a person', () => {
  test('keeps the name and the address sealed', () => {
    given()
      .when(register({ name: 'Lucia Sala', email: 'lucia@example.org' }))
      .then({
        type: 'PersonRegistered',
        data: {
          person: lucia,
          name: sealed('Lucia Sala'),
          email: sealed('lucia@example.org'),
          language: 'it',
          askedBy,
        },
      });
  });

  test('an address may be missing', () => {
    given()
      .when(register({ name: 'Lucia Sala' }))
      .then(registered);
  });

  test('a stream has one person', () => {
    given(registered)
      .when(register({ name: 'Lucia Sala' }))
      .refuses(PersonAlreadyRegistered);
  });

  test.each(['', ' ', '\u00a0'])('a name of nothing but spaces is none: "%s"', (name) => {
    given().when(register({ name })).refuses(NameMissing);
  });

  test.each([
    { length: 1, sign: 'a' },
    { length: 80, sign: 'à' },
    { length: 80, sign: '🌻' },
  ])('a name may have $length characters, each counted once: $sign', ({ length, sign }) => {
    const name = sign.repeat(length);
    given()
      .when(register({ name }))
      .then({ type: 'PersonRegistered', data: { person: lucia, name: sealed(name), language: 'it', askedBy } });
  });

  test('a name of 81 characters is too long', () => {
    given()
      .when(register({ name: 'a'.repeat(81) }))
      .refuses(NameTooLong);
  });

  const host = 'example.org';
  test.each(['a@b.it', `${'l'.repeat(254 - host.length - 1)}@${host}`])('%s is an address', (email) => {
    given()
      .when(register({ name: 'Lucia Sala', email }))
      .then({ ...registered, data: { ...registered.data, email: sealed(email) } });
  });

  test.each(['', 'a', 'a@b', '@b.it', 'a@@b.it', 'a b@c.it', 'a@b.', `${'l'.repeat(255 - host.length - 1)}@${host}`])(
    '%s is none',
    (email) => {
      given()
        .when(register({ name: 'Lucia Sala', email }))
        .refuses(EmailInvalid);
    },
  );
});

describe('renaming', () => {
  test('everybody says what to be called', () => {
    given(registered)
      .when(rename('Lucia Sala Rossi'))
      .then({ type: 'PersonRenamed', data: { person: lucia, name: sealed('Lucia Sala Rossi') } });
  });

  test.each<[string, Actor]>([
    ['somebody else', { person: carla }],
    ['the system', { system: 'shell' }],
    ['an import', { import: idOf<ImportId>('import'), person: carla }],
  ])('%s does not', (_who, actor) => {
    given(registered).when(rename('Lucia', actor)).refuses(NotFound);
  });

  test('whoever is not registered has no name to change', () => {
    given().when(rename('Lucia')).refuses(NotFound);
  });

  test('to a name of 81 characters is refused', () => {
    given(registered)
      .when(rename('a'.repeat(81)))
      .refuses(NameTooLong);
  });
});

describe('changing the address', () => {
  const change = (email: string, actor: Actor = { person: lucia }): { command: PersonCommand; actor: Actor } => ({
    command: { name: 'ChangeEmail', input: {}, texts: { email } },
    actor,
  });
  const changed: PersonEvent = { type: 'EmailChanged', data: { person: lucia, email: sealed('new@example.org') } };
  const grant: RecordRef = { stream: streamOf('journal', idOf('bank')), revision: 5 };

  test('everybody changes their own', () => {
    given(registered).when(change('new@example.org')).then(changed);
  });

  test('somebody else does by a grant, which the record names', () => {
    const actor = { person: carla, grant };
    given(registered).when(change('new@example.org', actor)).then({ event: changed, actor });
  });

  test.each<[string, Actor]>([
    ['somebody else without a grant', { person: carla }],
    ['the system', { system: 'shell' }],
    ['an import', { import: idOf<ImportId>('import'), person: carla }],
  ])('%s does not', (_who, actor) => {
    given(registered).when(change('new@example.org', actor)).refuses(NotFound);
  });

  test('whoever is not registered has none to change', () => {
    given().when(change('new@example.org')).refuses(NotFound);
  });

  test('whoever is erased is not written to any more', () => {
    const erased: PersonEvent = { type: 'PersonErased', data: { person: lucia, ground: 'own-wish' } };
    given(registered, erased).when(change('new@example.org')).refuses(NotFound);
  });

  test.each(['', 'new@example', 'new example@example.org'])('"%s" is no address', (email) => {
    given(registered).when(change(email)).refuses(EmailInvalid);
  });
});
