import { DateOrderEvidence, readDay, type DateOrder } from './day.js';
import { Misread } from './problem.js';

test.each<{ text: string; dmy: string; mdy: string }>([
  { text: '2018-01-30', dmy: '2018-01-30', mdy: '2018-01-30' },
  { text: '30/01/2018', dmy: '2018-01-30', mdy: 'DATE_IMPOSSIBLE' },
  { text: '3/4/2018', dmy: '2018-04-03', mdy: '2018-03-04' },
  { text: '29/02/2020', dmy: '2020-02-29', mdy: 'DATE_IMPOSSIBLE' },
  { text: '29/02/2021', dmy: 'DATE_IMPOSSIBLE', mdy: 'DATE_IMPOSSIBLE' },
  { text: '31/02/2020', dmy: 'DATE_IMPOSSIBLE', mdy: 'DATE_IMPOSSIBLE' },
  { text: '2020-02-31', dmy: 'DATE_IMPOSSIBLE', mdy: 'DATE_IMPOSSIBLE' },
  { text: '00/01/2020', dmy: 'DATE_IMPOSSIBLE', mdy: 'DATE_IMPOSSIBLE' },
  { text: '30/01/18', dmy: 'DATE_UNREADABLE', mdy: 'DATE_UNREADABLE' },
  { text: '30 gennaio 2018', dmy: 'DATE_UNREADABLE', mdy: 'DATE_UNREADABLE' },
  { text: '', dmy: 'TEXT_MISSING', mdy: 'TEXT_MISSING' },
])('"$text" is $dmy, or $mdy where the month comes first', ({ text, dmy, mdy }) => {
  const read = (order: DateOrder): string => {
    const day = readDay(text, order);
    return day instanceof Misread ? day.code : day;
  };
  expect([read('dmy'), read('mdy')]).toEqual([dmy, mdy]);
});

describe('the order of a file’s dates', () => {
  const orderOf = (dates: readonly string[], asked?: DateOrder): unknown => {
    const evidence = new DateOrderEvidence();
    dates.forEach((date, index) => {
      evidence.see(date, index + 2);
    });
    return evidence.order(asked, 'data');
  };

  test.each([
    { dates: ['01/02/2018', '13/02/2018'], order: 'dmy' },
    { dates: ['01/02/2018', '02/13/2018'], order: 'mdy' },
    { dates: ['01/01/2018', '12/12/2018'], order: 'dmy' },
    { dates: ['2018-02-01'], order: 'dmy' },
    { dates: ['13/13/2018'], order: 'dmy' },
  ])('$dates say $order', ({ dates, order }) => {
    expect(orderOf(dates)).toBe(order);
  });

  test('twelve and below on both sides is asked, with the first such line', () => {
    expect(orderOf(['01/01/2018', '12/11/2018'])).toEqual({
      code: 'DATE_ORDER_UNKNOWN',
      line: 3,
      column: 'data',
      facts: {},
    });
    expect(orderOf(['12/11/2018'], 'mdy')).toBe('mdy');
  });

  test('both orders in one file name both lines', () => {
    expect(orderOf(['13/01/2018', '01/13/2018'])).toEqual({
      code: 'DATE_ORDER_MIXED',
      line: 3,
      column: 'data',
      facts: { other: 2 },
    });
  });
});
