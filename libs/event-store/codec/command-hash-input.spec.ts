import type { AccountId, ImportId, PersonId } from '#kernel';
import { commandHashInput } from './command-hash-input.js';
import { exampleId } from './draft.example.js';

const person = exampleId<PersonId>(1);
const log = { name: 'LogExchange', input: { minutes: 90 } };

describe('what a command hash is made of', () => {
  test('command, actor and input, nothing else', () => {
    expect(
      commandHashInput({ command: log, actor: { person, grant: { stream: 'journal-x' as never, revision: 3 } } }),
    ).toBe(`{"actor":"${person}","command":"LogExchange","input":{"minutes":90}}`);
  });

  test('the member acted for, the texts in the order of their names, the expected version', () => {
    const command = { ...log, texts: { 'note.2': 'b', 'note.1': 'a' }, expectedVersion: 4 };
    expect(commandHashInput({ command, actor: { person, for: exampleId<AccountId>(2) } })).toBe(
      `{"actor":"${person}","command":"LogExchange","for":"${exampleId(2)}","input":{"expectedVersion":4,"minutes":90,` +
        '"texts":[{"field":"note.1","text":"a"},{"field":"note.2","text":"b"}]}}',
    );
  });

  test.each([
    [{ system: 'deadlines' }, 'system:deadlines'],
    [{ import: exampleId<ImportId>(3), person }, `import:${exampleId(3)}`],
  ])('an actor by key: %j', (actor, key) => {
    expect(commandHashInput({ command: log, actor })).toBe(
      `{"actor":"${key}","command":"LogExchange","input":{"minutes":90}}`,
    );
  });

  test('texts that are empty are no texts', () => {
    expect(commandHashInput({ command: { ...log, texts: {} }, actor: { person } })).toBe(
      commandHashInput({ command: log, actor: { person } }),
    );
  });

  test('what was asked, where the input holds more than that', () => {
    const command = { name: 'LogExchange', input: { minutes: 90, found: 'since' }, texts: { note: 'a' } };
    expect(commandHashInput({ command, actor: { person }, asked: { minutes: 90 } })).toBe(
      commandHashInput({ command: { ...log, texts: { note: 'a' } }, actor: { person } }),
    );
  });

  test.each([[undefined], ['text'], [[1]], [{ texts: [] }], [{ expectedVersion: 1 }]])(
    'refuses the input %j',
    (input) => {
      expect(() => commandHashInput({ command: { name: 'LogExchange', input }, actor: { person } })).toThrow(TypeError);
    },
  );
});
