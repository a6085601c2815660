import { eventShapes } from './event-shapes.js';
import { storedUnions } from './stored-events.js';

/** Docs: ADR 11. That a bank is opened once is the journal's own rule, `BANK_ALREADY_OPEN`. */
describe('of which network a bank is', () => {
  const [journal] = storedUnions.filter(({ union }) => union === 'JournalEvent');

  test('is said by the first record of its journal, and by no other that could change it', () => {
    if (!journal) throw new Error('the journal has no events');
    const saying = [...eventShapes(journal.file, journal.union)].filter(([, shape]) =>
      JSON.stringify(shape).includes('NetworkId'),
    );
    expect(saying.map(([type]) => type)).toEqual(['BankOpened']);
  });
});
