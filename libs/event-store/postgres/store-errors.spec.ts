import { OutcomeUnknown, StoreUnavailable } from '#kernel';
import { appendFailure, endsConnection, readFailure } from './store-errors.js';

const answered = (code: string) => Object.assign(new Error(code), { severity: 'ERROR', code });
const cut = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

describe('what a failed append means', () => {
  test.each([
    { code: '53100', why: 'the disk is full' },
    { code: '53300', why: 'too many connections' },
    { code: '58030', why: 'the disk failed' },
    { code: '55P03', why: 'the lock was not to be had' },
    { code: '40P01', why: 'a deadlock was rolled back' },
    { code: '25006', why: 'a standby answered' },
    { code: '57P03', why: 'PostgreSQL is starting' },
    { code: 'RC060', why: 'the clocks disagree' },
  ])('$code, $why: nothing was stored, try again', ({ code }) => {
    expect(appendFailure(answered(code))).toBeInstanceOf(StoreUnavailable);
  });

  test.each([
    { code: '57P01', why: 'the connection was terminated' },
    { code: '57P02', why: 'another backend crashed' },
    { code: '57014', why: 'it was cancelled' },
  ])('$code, $why: it may have been stored', ({ code }) => {
    expect(appendFailure(answered(code))).toBeInstanceOf(OutcomeUnknown);
  });

  test('a connection that breaks: it may have been stored, and the cause is kept', () => {
    expect(appendFailure(cut)).toBeInstanceOf(OutcomeUnknown);
    expect(appendFailure(cut)).toMatchObject({ cause: cut });
  });

  test.each(['23505', '42501', '22P02'])('%s is a fault and stays what it is', (code) => {
    const fault = answered(code);
    expect(appendFailure(fault)).toBe(fault);
  });
});

describe('what a failed read means', () => {
  test.each(['57P01', '57014', '53100'])('%s: away for a while', (code) => {
    expect(readFailure(answered(code))).toBeInstanceOf(StoreUnavailable);
    expect(readFailure(cut)).toBeInstanceOf(StoreUnavailable);
  });

  test('what the application may not do is a fault', () => {
    const fault = answered('42501');
    expect(readFailure(fault)).toBe(fault);
  });
});

test.each([
  { said: cut, ends: true },
  { said: answered('57P01'), ends: true },
  { said: answered('57014'), ends: false },
  { said: answered('53100'), ends: false },
])('$said ends a connection: $ends', ({ said, ends }) => {
  expect(endsConnection(said)).toBe(ends);
});
