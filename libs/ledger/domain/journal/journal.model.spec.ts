import fc from 'fast-check';
import { addDays, minutes } from '#kernel';
import { askedInstant } from '#testing';
import type { BankRules } from './bank.rules.js';
import type { JournalCommand } from './journal.commands.js';
import { journalErrorCodes } from './journal.errors.js';
import { bankOf, type Past } from './testing/given.js';
import { admitted, hard, mandateGiven } from './testing/past.js';
import { ada, by, carla, dina, lucia, piero } from './testing/people.js';
import { JournalModel } from './testing/journal-model.js';
import { open } from './testing/keeping.js';
import { questionOf } from './testing/random-question.js';
import { passing } from './testing/random-scene.js';
import { opening, step } from './testing/random-step.js';
import { RunningBank } from './testing/running-bank.js';
import { requireSound, requireTurns } from './testing/soundness.js';

const sequences = 1_000;
const steps = 100;
const rules = {
  limits: { floor: hard(-240), ceiling: hard(105) },
  claimDays: 10,
  exchangeMinutesMax: minutes(180),
};
/** In a bank that asks both sides, or the receiver alone. */
const pastOf = (consent: BankRules['consent']) =>
  numbered([
    ...bankOf({ ...rules, consent }),
    admitted(dina),
    ...passing.map((who) => admitted(who)),
    mandateGiven(piero, lucia),
    mandateGiven(carla, lucia),
  ]);
const numbered = (past: Past): Past => {
  let number = 0;
  return past.map((one) => {
    if (!('type' in one) || one.type !== 'MemberAdmitted') return one;
    number += 1;
    return { ...one, data: { ...one.data, number } };
  });
};

const verbs: readonly JournalCommand['name'][] = [
  ...(['OpenBank', 'ServeHub', 'PlaceHub', 'MoveJournal', 'GrantRole', 'RevokeRole', 'GiveMandate'] as const),
  ...(['EndMandate', 'AdmitMember', 'SuspendMember', 'ReadmitMember', 'EraseMember', 'SetLimits'] as const),
  ...(['LogExchange', 'AnswerExchange', 'ConfirmExchange', 'DeclineExchange', 'WithdrawExchange'] as const),
  ...(['ImportExchanges', 'ExpireExchange'] as const),
];
/** Of a question that decides nothing in the journal: authorise.spec.ts asks it. */
const ofQuestions: readonly string[] = ['HOLDS_A_ROLE'];
const codes = [
  ...journalErrorCodes.filter((code) => !ofQuestions.includes(code)),
  'NOT_FOUND',
  'FORBIDDEN',
  'NOTHING_TO_CHANGE',
  'DOCUMENT_NUMBER_INVALID',
];
const acceptedMin = 500;
const refusedMin = 20;

test('whatever is asked in whatever order, the bank answers as the model says and stays sound', () => {
  const seed = Number(process.env['SEED'] ?? 20_261_122);
  const seen = new Map([...verbs, ...codes].map((what) => [what, 0]));
  const sequence = fc.array(step, { minLength: 1 + steps, maxLength: 1 + steps, size: 'max' });
  fc.assert(
    fc.property(opening, sequence, (asked, wanted) => {
      const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
      const [first, ...later] = wanted;
      const unopened = new RunningBank([], count, new JournalModel());
      if (first) unopened.ask(questionOf(first, unopened), askedInstant);
      unopened.ask(open(asked, first?.which === 20 ? first.keeper : by(ada)), askedInstant);
      const consent = (first?.which ?? 0) % 12 === 0 ? 'receiver' : 'both';
      const bank = new RunningBank(pastOf(consent), count, new JournalModel());
      let at = askedInstant;
      for (const one of later) {
        at = addDays(at, one.days);
        bank.ask(questionOf(one, bank), at);
      }
      requireSound(bank, rules);
      requireTurns(bank);
    }),
    { numRuns: sequences, seed },
  );
  process.stdout.write(`model: ${JSON.stringify({ seed, ...Object.fromEntries(seen) })}\n`);
  expect(verbs.filter((verb) => (seen.get(verb) ?? 0) < acceptedMin)).toEqual([]);
  expect(codes.filter((code) => (seen.get(code) ?? 0) < refusedMin)).toEqual([]);
}, 180_000);
