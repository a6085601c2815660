import { unsafeSentence } from './refuse-unsafe-settings.js';

const safe = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };
const settings = (given: Partial<typeof safe>) =>
  Object.entries({ ...safe, ...given }).map(([name, setting]) => ({ name, setting }));

describe('settings that lose confirmed hours', () => {
  test.each(['on', 'local', 'remote_write', 'remote_apply'])(
    'none, with synchronous_commit %s',
    (synchronous_commit) => {
      expect(unsafeSentence(settings({ synchronous_commit }))).toBeUndefined();
    },
  );

  test.each(['fsync', 'full_page_writes', 'synchronous_commit'])('%s off is named', (name) => {
    expect(unsafeSentence(settings({ [name]: 'off' }))).toBe(
      `PostgreSQL would lose confirmed hours in a crash, because ${name} is off: switch on ${name} and start again.`,
    );
  });

  test('two are named in one sentence', () => {
    expect(unsafeSentence(settings({ fsync: 'off', full_page_writes: 'off' }))).toContain(
      'fsync and full_page_writes are off',
    );
  });
});
