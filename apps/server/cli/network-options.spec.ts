import { Command } from 'commander';
import { day, id, limit, ruleOptions, rulesOf, type RuleOptions } from './network-options.js';

const all = [
  ['--time-zone', 'Europe/Rome'],
  ['--step', '15'],
  ['--largest-exchange', '1440'],
  ['--consent', 'both'],
  ['--claim-days', '30'],
  ['--floor', 'hard:-600'],
  ['--ceiling', 'none'],
  ['--categories', 'company, errands'],
  ['--strands', ''],
] as const;

function parse(words: readonly (readonly string[])[]): RuleOptions {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  for (const option of ruleOptions) command.addOption(option);
  return command.parse(words.flat(), { from: 'user' }).opts<RuleOptions>();
}

describe('the rules of a bank, asked in the shell', () => {
  test('become the rules as they are recorded', () => {
    expect(rulesOf(parse(all))).toEqual({
      timeZone: 'Europe/Rome',
      stepMinutes: 15,
      exchangeMinutesMax: 1440,
      consent: 'both',
      claimDays: 30,
      limits: { floor: { kind: 'hard', minutes: -600 }, ceiling: { kind: 'none' } },
      categories: ['company', 'errands'],
      strands: [],
    });
  });

  test.each(all.map(([flag]) => flag))('%s cannot be left out, and is named', (flag) => {
    expect(() => parse(all.filter(([other]) => other !== flag))).toThrow(flag);
  });

  test.each(['soft', 'hard:', 'hard:1h', 'hard:1.5', 'firm:60', ''])('"%s" is no limit', (text) => {
    expect(() => limit(text)).toThrow('Not none');
  });

  test('ids and days are read as they are written', () => {
    expect(() => id('42')).toThrow('Not an id');
    expect(() => day('2026-02-29')).toThrow('Not a day');
    expect(day('2028-02-29')).toBe('2028-02-29');
  });
});
