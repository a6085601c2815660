import { filesBelow, filesIn } from './project-files.js';
import {
  deafConnections,
  forbiddenWords,
  LINES_MAX,
  medianLines,
  shortCuts,
  tooLong,
  unknownPlaces,
  vagueNames,
} from './style.js';

const sources = filesBelow(['apps', 'libs', 'bench', 'bin', 'test'], /\.(ts|mjs)$/);
const spoken = [...sources, ...filesIn('.', /^schema\.graphql$/)];
const thisFolder = 'test/architecture/style';

const file = (path: string, ...lines: readonly string[]) => ({ path, text: `${lines.join('\n')}\n` });
const long = (lines: number) => file('libs/kernel/long.ts', ...Array.from({ length: lines }, () => 'x'));

describe('how files look', () => {
  const median = medianLines(sources);

  test(`no file is longer than ${String(LINES_MAX)} lines, half of them have at most 60 (now ${String(median)})`, () => {
    expect(tooLong(sources)).toEqual([]);
    expect(median).toBeLessThanOrEqual(60);
  });

  test('the length check fires at one line more', () => {
    expect(tooLong([long(LINES_MAX)])).toEqual([]);
    expect(tooLong([long(LINES_MAX + 1)])).toEqual(['libs/kernel/long.ts: 251 lines']);
    expect(medianLines([long(1), long(5), long(9)])).toBe(5);
  });

  test('an hour is never spoken of as money', () => {
    expect(forbiddenWords(spoken.filter(({ path }) => !path.startsWith(thisFolder)))).toEqual([]);
  });

  test.each(['amountOfMoney', 'MONEY_MAX', 'the payment', 'currency: string', 'crediti', 'account_credits', 'priceOf'])(
    'the words check fires on %s',
    (words) => {
      expect(forbiddenWords([file('libs/kernel/rich.ts', 'first line', words)])).toHaveLength(1);
    },
  );

  test('a sheet may say that it has no value in money, and nothing else about it', () => {
    const said = ['Un’ora è un’ora: questo foglio non ha valore in denaro.', 'this sheet has no value in money.'];
    said.push('Non si usa denaro.', 'No money is used.');
    expect(forbiddenWords([file('libs/kernel/plain.ts', ...said)])).toEqual([]);
    const more = [
      'questo foglio ha valore in denaro',
      'this sheet has no value in money, but a price',
      'Si usa denaro.',
    ];
    expect(forbiddenWords([file('libs/kernel/rich.ts', ...more)])).toHaveLength(3);
  });

  test.each(['the account is credited', 'credit(claim.provider)', 'concurrency', 'Europe/Rome', 'cashier'])(
    'the words check lets %s pass',
    (words) => {
      expect(forbiddenWords([file('libs/kernel/plain.ts', words)])).toEqual([]);
    },
  );

  test('whoever opens a connection of their own hears when it is lost', () => {
    expect(deafConnections(sources)).toEqual([]);
    const opening = 'const client = new pg.Client({ connectionString });';
    expect(deafConnections([file('libs/hubs/stores/deaf.ts', opening)])).toEqual(['libs/hubs/stores/deaf.ts']);
    expect(deafConnections([file('libs/hubs/stores/hearing.ts', opening, "client.on('error', lost);")])).toEqual([]);
  });

  test('names say what a file is for', () => {
    expect(vagueNames(sources)).toEqual([]);
  });

  test.each(['libs/ledger/domain/utils.ts', 'libs/common/time.ts', 'libs/hubs/graphql/hub.dto.ts', 'bin/base.mjs'])(
    'the names check fires on %s',
    (path) => {
      expect(vagueNames([file(path)])).toEqual([path]);
    },
  );

  test('a context has only the known places', () => {
    expect(unknownPlaces(sources)).toEqual([]);
  });

  test.each(['libs/ledger/services/pay.ts', 'libs/hubs/tree.ts'])('the places check fires on %s', (path) => {
    expect(unknownPlaces([file(path), file('libs/ledger/domain/journal/ok.ts')])).toEqual([path]);
  });

  test('nothing is skipped, focused or silenced', () => {
    expect(shortCuts(sources.filter(({ path }) => !path.startsWith(thisFolder)))).toEqual([]);
  });

  test.each(['test.skip(', 'describe.only(', 'test.todo(', '// @ts-ignore', '/* eslint-disable */'])(
    'the short-cut check fires on %s',
    (text) => {
      expect(shortCuts([file('libs/kernel/a.spec.ts', text)])).toEqual(['libs/kernel/a.spec.ts']);
    },
  );
});
