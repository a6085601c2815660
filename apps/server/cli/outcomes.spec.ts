import { rebuildOutcome, verificationOutcome } from './outcomes.js';

const counted = { records: 3, entries: 2, accounts: 4 };

describe('what a program says at its end', () => {
  test('counts what was verified', () => {
    expect(verificationOutcome(counted)).toEqual({
      isWell: true,
      lines: ['3 records, 2 entries, 4 accounts.', 'Everything is as it must be.'],
    });
  });

  test('names the first difference', () => {
    expect(verificationOutcome({ ...counted, difference: 'record 2 is missing' })).toEqual({
      isWell: false,
      lines: ['3 records, 2 entries, 4 accounts.', 'The first difference: record 2 is missing.'],
    });
  });

  test('lists the versions that were built, and the rows that kept them from serving', () => {
    const views = [
      { view: 'standing', version: 2, differences: [] },
      { view: 'exchange', version: 3, differences: ['only in read.exchange_v3: (1)'] },
    ];

    expect(rebuildOutcome({ views, switched: false })).toEqual({
      isWell: false,
      lines: [
        'standing: version 2, the same',
        'exchange: version 3, not the same',
        '  only in read.exchange_v3: (1)',
        'Nothing was switched: --accept-differences does it.',
      ],
    });
    expect(rebuildOutcome({ views, switched: true })).toMatchObject({ isWell: true });
  });
});
