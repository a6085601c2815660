import { EventTooLarge, type Append } from '#kernel';
import { recordAt, recordOf } from './contract/records.js';
import { requireStorable } from './append-limits.js';

const stream = 'journal-limits';
const append = (...records: Append['records']): Append => ({
  stream: recordAt(stream, 0).stream,
  expectedRevision: -1,
  records,
});

describe('what may be appended', () => {
  test.each([
    { bytes: 256 * 1024, verdict: 'stored' },
    { bytes: 256 * 1024 + 1, verdict: 'refused' },
  ])('a record of $bytes bytes is $verdict', ({ bytes, verdict }) => {
    const attempt = () => {
      requireStorable([append(recordOf(stream, 0, bytes))]);
    };
    if (verdict === 'stored') expect(attempt).not.toThrow();
    else expect(attempt).toThrow(EventTooLarge);
  });

  test.each([
    { last: 256 * 1024 - 100, verdict: 'stored' },
    { last: 256 * 1024 - 99, verdict: 'refused' },
  ])('256 kB, 100 bytes and $last bytes in one append are $verdict', ({ last, verdict }) => {
    const attempt = () => {
      requireStorable([append(recordOf(stream, 0, 256 * 1024), recordOf(stream, 1, 100), recordOf(stream, 2, last))]);
    };
    if (verdict === 'stored') expect(attempt).not.toThrow();
    else expect(attempt).toThrow(EventTooLarge);
  });

  test('bytes are counted in UTF-8', () => {
    const record = { ...recordAt(stream, 0), text: `{}\n${'è'.repeat(128 * 1024)}` };
    expect(() => {
      requireStorable([append(record)]);
    }).toThrow(EventTooLarge);
  });

  test('a stream stands at most once', () => {
    expect(() => {
      requireStorable([append(), append()]);
    }).toThrow(TypeError);
  });

  test('revisions follow each other, all in the stream that is appended to', () => {
    expect(() => {
      requireStorable([append(recordAt(stream, 1))]);
    }).toThrow(TypeError);
    expect(() => {
      requireStorable([append(recordAt(stream, 0), recordAt(stream, 2))]);
    }).toThrow(TypeError);
    expect(() => {
      requireStorable([append(recordAt('journal-other', 0))]);
    }).toThrow(TypeError);
  });

  test.each(['{}', '{}\n', '\n[]', '{}\n\n[]', '{}\n[]\n'])('%j is no record', (text) => {
    expect(() => {
      requireStorable([append({ ...recordAt(stream, 0), text })]);
    }).toThrow(TypeError);
  });

  test.each(['', 'Two Words', 'Two\nLines'])('%j is no type', (type) => {
    expect(() => {
      requireStorable([append({ ...recordAt(stream, 0), type })]);
    }).toThrow(TypeError);
  });
});
