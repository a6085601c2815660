import { FileRefused, type ImportOutcome } from '#importing';
import { Forbidden, asId, minutes, type StagedImport } from '#kernel';
import { linesOf } from './import-words.js';

const id = asId<never>('00000000-0000-8000-8000-000000000001');
const staged: StagedImport = { import: id, bank: id, person: id, newMembers: 2, exchanges: 3, minutes: minutes(270) };
const zero = { code: 'DURATION_ZERO' as const, line: 7, column: 'ore', facts: { text: '0' } };

test.each<{ outcome: ImportOutcome; it: readonly string[] }>([
  { outcome: { status: 'imported', import: staged }, it: ['Importati 2 soci e 3 scambi (4 h 30 min).'] },
  {
    outcome: { status: 'known', import: staged },
    it: ['Questo file è già stato importato (3 scambi, 4 h 30 min): niente è stato aggiunto.'],
  },
  {
    outcome: { status: 'refused', refusal: new FileRefused([zero], 51) },
    it: [
      'Riga 7, colonna ore: «0» non è nemmeno un minuto.',
      '… e altri 50.',
      'Niente è stato importato. Problemi: 51.',
    ],
  },
  { outcome: { status: 'refused', refusal: new Forbidden() }, it: ['Niente è stato importato: FORBIDDEN {}'] },
  {
    outcome: { status: 'stopped', import: staged, refusal: new Forbidden(), line: 9 },
    it: ['L’importazione si è fermata: [9] FORBIDDEN {}. Con --commit riprende da dov’era.'],
  },
])('$outcome.status is said in plain words', ({ outcome, it }) => {
  expect(linesOf(outcome, 'it')).toEqual(it);
});
