import fc from 'fast-check';
import { addDays, minutes } from '#kernel';
import { askedInstant } from '#testing';
import { journalErrorCodes } from './journal.errors.js';
import { journalEventVersions } from './journal.events.js';
import { bankOf } from './testing/given.js';
import { admitted, hard, mandateGiven } from './testing/past.js';
import { carla, dina, lucia, piero } from './testing/people.js';
import { questionOf } from './testing/random-question.js';
import { step } from './testing/random-step.js';
import { RunningBank } from './testing/running-bank.js';
import { requireNoOwnConfirmation, requireSound } from './testing/soundness.js';

const sequences = 400;
const steps = 100;
const rules = {
  limits: { floor: hard(-240), ceiling: hard(105) },
  claimDays: 10,
  exchangeMinutesMax: minutes(180),
};
const past = [...bankOf(rules), admitted(dina), mandateGiven(piero, lucia), mandateGiven(carla, lucia)];

/** Once a bank is open, nobody meets the rules of its opening again: those have their examples. */
const ofOpeningOnly = ['HANDLE_INVALID', 'NAME_INVALID', 'BANK_RULE_INVALID', 'ADMINISTRATOR_REQUIRED'];
/** A bank opens once; moving its books to another store is no verb of the people in it, and has examples of its own. */
const onceOnly = ['BankOpened', 'JournalMoved'];
const expected = [
  ...Object.keys(journalEventVersions).filter((type) => !onceOnly.includes(type)),
  ...journalErrorCodes.filter((code) => !ofOpeningOnly.includes(code)),
  'NOT_FOUND',
  'FORBIDDEN',
  'NOTHING_TO_CHANGE',
];

test('whatever is asked in whatever order, the journal stays sound', () => {
  const seed = Number(process.env['SEED'] ?? 20_261_122);
  const seen = new Map(expected.map((what) => [what, 0]));
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(fc.array(step, { minLength: steps, maxLength: steps, size: 'max' }), (sequence) => {
      const bank = new RunningBank(past);
      let at = askedInstant;
      for (const wanted of sequence) {
        at = addDays(at, wanted.days);
        const verdict = bank.ask(questionOf(wanted, bank), at);
        if (verdict !== 'accepted') count(verdict);
      }
      for (const { event } of bank.records.slice(past.length)) count(event.type);
      requireSound(bank, rules);
      requireNoOwnConfirmation(bank);
    }),
    { numRuns: sequences, seed },
  );
  process.stdout.write(`seed ${String(seed)}: ${JSON.stringify(Object.fromEntries([...seen].sort()))}\n`);
  expect([...seen].filter(([, times]) => times === 0)).toEqual([]);
}, 60_000);
