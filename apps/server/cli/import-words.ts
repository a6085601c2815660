import { inHours, say, type Language } from '#api';
import { FileRefused, problemsShownMax, sayProblem, type ImportOutcome, type PlanReport } from '#importing';
import type { Message, Refusal, StagedImport } from '#kernel';

const sentences = {
  planned: {
    it: 'Niente è stato importato: aggiungi --commit per farlo.',
    en: 'Nothing was imported: add --commit to do it.',
  },
  imported: {
    it: 'Importati {members} soci e {exchanges} scambi ({hours}).',
    en: 'Imported {members} members and {exchanges} exchanges ({hours}).',
  },
  known: {
    it: 'Questo file è già stato importato ({exchanges} scambi, {hours}): niente è stato aggiunto.',
    en: 'This file was imported before ({exchanges} exchanges, {hours}): nothing was added.',
  },
  unfinished: {
    it: 'L’importazione di questo file è rimasta a metà: con --commit riprende da dov’era.',
    en: 'The import of this file was left half done: with --commit it goes on from where it was.',
  },
  refused: { it: 'Niente è stato importato. Problemi: {count}.', en: 'Nothing was imported. Problems: {count}.' },
  more: { it: '… e altri {count}.', en: '… and {count} more.' },
  refusedFor: { it: 'Niente è stato importato: {why}', en: 'Nothing was imported: {why}' },
  stopped: {
    it: 'L’importazione si è fermata: {why} Con --commit riprende da dov’era.',
    en: 'The import stopped: {why} With --commit it goes on from where it was.',
  },
  members: {
    it: 'Soci: {newMembers} nuovi, {knownMembers} già iscritti.',
    en: 'Members: {newMembers} new, {knownMembers} known.',
  },
  exchanges: {
    it: 'Scambi: {exchanges}, in tutto {hours}, dal {firstDay} al {lastDay}.',
    en: 'Exchanges: {exchanges}, {hours} in all, from {firstDay} to {lastDay}.',
  },
  beyond: { it: 'Oltre i limiti dopo l’importazione: {count}.', en: 'Beyond the limits after the import: {count}.' },
  beyondOne: { it: '  {name}: {hours} (limite {limit})', en: '  {name}: {hours} (limit {limit})' },
} satisfies Record<string, Message>;

/** What came of an import, line by line. */
export function linesOf(outcome: ImportOutcome, language: Language): readonly string[] {
  const tell = (sentence: keyof typeof sentences, facts: Readonly<Record<string, string | number>> = {}): string =>
    say(sentences[sentence], facts, language);
  const sums = ({ newMembers, exchanges, minutes }: StagedImport) => ({
    members: newMembers,
    exchanges,
    hours: inHours(minutes),
  });
  switch (outcome.status) {
    case 'planned':
      return [...reportLines(outcome.report, tell), tell('planned')];
    case 'imported':
      return [...(outcome.report ? reportLines(outcome.report, tell) : []), tell('imported', sums(outcome.import))];
    case 'known':
      return [tell('known', sums(outcome.import))];
    case 'unfinished':
      return [tell('unfinished')];
    case 'refused':
      return refusedLines(outcome.refusal, language, tell);
    case 'stopped':
      return [
        tell('stopped', {
          why: `${outcome.line === undefined ? '' : `[${String(outcome.line)}] `}${outcome.refusal.message}.`,
        }),
      ];
  }
}

type Tell = (sentence: keyof typeof sentences, facts?: Readonly<Record<string, string | number>>) => string;

function reportLines(report: PlanReport, tell: Tell): readonly string[] {
  const { newMembers, knownMembers, exchanges, minutes, firstDay, lastDay, beyondLimits } = report;
  return [
    tell('members', { newMembers, knownMembers }),
    tell('exchanges', { exchanges, hours: inHours(minutes), firstDay: firstDay ?? '', lastDay: lastDay ?? '' }),
    ...(beyondLimits.length === 0 ? [] : [tell('beyond', { count: beyondLimits.length })]),
    ...beyondLimits
      .slice(0, problemsShownMax)
      .map(({ name, balanceMinutes, limitMinutes }) =>
        tell('beyondOne', { name, hours: inHours(balanceMinutes), limit: inHours(limitMinutes) }),
      ),
  ];
}

function refusedLines(refusal: Refusal, language: Language, tell: Tell): readonly string[] {
  if (!(refusal instanceof FileRefused)) return [tell('refusedFor', { why: refusal.message })];
  const { problems, count } = refusal;
  return [
    ...problems.map((problem) => sayProblem(problem, language)),
    ...(count > problems.length ? [tell('more', { count: count - problems.length })] : []),
    tell('refused', { count }),
  ];
}
