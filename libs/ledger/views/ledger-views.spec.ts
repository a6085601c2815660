import type { Recorded } from '#kernel';
import { RecordList, journalOf } from '#testing';
import { bank, bankHistory, olga } from './bank.example.js';
import { ledgerViews } from './ledger.views.js';

const byARole = bankHistory.slice(-1).map(({ event, ...rest }) => ({
  ...rest,
  event,
  actor: { person: olga, grant: { stream: journalOf(bank), revision: 8 } },
}));

async function records(): Promise<readonly Recorded[]> {
  const list = new RecordList();
  list.happened(...bankHistory, ...byARole);
  const stored = await list.readStream(journalOf(bank), 0, bankHistory.length + byARole.length);
  return stored.map((record) => deepFrozen(list.codec.decode(record)));
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}

describe('the rows of each ledger view', () => {
  test.each(ledgerViews.map((view) => ({ name: view.name, view })))(
    'of $name are a pure fold: the same records give the same rows, and stay what they were',
    async ({ view }) => {
      const history = await records();
      const folded = () => history.flatMap((record) => view.rows(record, {}));

      const once = folded();
      expect(once).not.toEqual([]);
      expect(folded()).toEqual(once);
    },
  );

  test('say nothing of a text whose key is destroyed', async () => {
    const exchanges = ledgerViews.find(({ name }) => name === 'exchange');
    const notes = async (note: string | undefined) =>
      (await records())
        .flatMap((record) => exchanges?.rows(record, { note }) ?? [])
        .flatMap((change) => ('row' in change ? [change.row['note']] : []));

    expect(new Set(await notes('hedge'))).toEqual(new Set(['hedge']));
    expect(new Set(await notes(undefined))).toEqual(new Set([undefined]));
  });
});
