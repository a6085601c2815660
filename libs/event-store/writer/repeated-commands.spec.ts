import type { Verdict } from '#kernel';
import { asked, counterId, tally, type TallyEvent } from './tally.example.js';
import { world } from './world.example.js';

const counter = counterId(1);

/** Somebody asks for minutes; how many days they hold is found out by the server. */
const whatIsAsked = (n: number, key: string) => asked({ name: 'Add', input: { counter, n } }, key);
const withDays = (days: number, n: number, key: string) => ({
  ...asked({ name: 'Add', input: { counter, n, days } }, key),
  asked: { counter, n },
});
const codeOf = (verdict: Verdict<TallyEvent> | undefined) => verdict?.accepted === false && verdict.refusal.code;

describe('a command into which the server put more than was asked', () => {
  test('is the same command when it comes again, whatever was found out meanwhile', async () => {
    const here = world().writers();
    const first = await here.submit(tally, withDays(3, 1, 'a-first-key'));
    expect(first).toMatchObject({ accepted: true, records: [{ event: { data: { days: 3 } } }] });
    expect(await here.submit(tally, withDays(4, 1, 'a-first-key'))).toEqual(first);
  });

  test('is answered before anything is found out, also by a process that did not see it', async () => {
    const { writers } = world();
    const [here, there] = [writers(), writers()];
    expect(await there.repeated(tally, whatIsAsked(1, 'a-second-key'))).toBeUndefined();
    const first = await here.submit(tally, withDays(3, 1, 'a-second-key'));
    expect(await there.repeated(tally, whatIsAsked(1, 'a-second-key'))).toEqual(first);
  });

  test('is in conflict with another that was asked under its key', async () => {
    const here = world().writers();
    await here.submit(tally, withDays(3, 1, 'a-third-key'));
    expect(codeOf(await here.repeated(tally, whatIsAsked(2, 'a-third-key')))).toBe('IDEMPOTENCY_CONFLICT');
    expect(codeOf(await here.submit(tally, withDays(3, 2, 'a-third-key')))).toBe('IDEMPOTENCY_CONFLICT');
  });
});
