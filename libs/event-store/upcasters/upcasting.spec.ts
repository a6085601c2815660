import type { StoredEvent } from '../codec/stored-event.js';
import { upcasting, type Upcaster } from './upcasting.js';

const versions = { HubMoved: 3 };
const renamed: Upcaster = {
  type: 'HubShifted',
  from: 1,
  upcast: (stored) => ({ ...stored, type: 'HubMoved', version: 2 }),
};
const dated: Upcaster = {
  type: 'HubMoved',
  from: 2,
  upcast: (stored) => ({ ...stored, version: 3, data: { from: '2026-01-01' } }),
};
const stored = (type: string, version: number): StoredEvent => ({ type, version, data: {}, legs: [] });

describe('upcasting', () => {
  test('leaves alone what has the version of today', () => {
    const event = stored('HubMoved', 3);
    expect(upcasting(versions, [renamed, dated])(event)).toBe(event);
  });

  test('goes step by step, through a new name too', () => {
    expect(upcasting(versions, [dated, renamed])(stored('HubShifted', 1))).toEqual({
      ...stored('HubMoved', 3),
      data: { from: '2026-01-01' },
    });
  });

  test.each([
    ['a type nobody knows', stored('HubPainted', 1)],
    ['a version from which nothing leads on', stored('HubMoved', 1)],
    ['a version of a later release', stored('HubMoved', 4)],
  ])('cannot read %s', (_, event) => {
    expect(() => upcasting(versions, [renamed, dated])(event)).toThrow('this release cannot read');
  });

  test('refuses two upcasters from one version', () => {
    expect(() => upcasting(versions, [dated, dated])).toThrow('two upcasters start from HubMoved version 2');
  });

  test('refuses an upcaster that leads nowhere', () => {
    const still: Upcaster = { type: 'HubMoved', from: 2, upcast: (event) => event };
    expect(() => upcasting(versions, [still])(stored('HubMoved', 2))).toThrow('leads nowhere');
  });
});
