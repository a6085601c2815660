import type { RebuildReport } from '#read-model';
import type { Verification } from './verify-journals.js';
import type { Outcome } from './with-read-models.js';

export function verificationOutcome({ records, entries, accounts, difference }: Verification): Outcome {
  const read = `${String(records)} records, ${String(entries)} entries, ${String(accounts)} accounts.`;
  if (difference === undefined) return { isWell: true, lines: [read, 'Everything is as it must be.'] };
  return { isWell: false, lines: [read, `The first difference: ${difference}.`] };
}

export function rebuildOutcome({ views, switched }: RebuildReport): Outcome {
  const lines = views.flatMap(({ view, version, differences }) => [
    `${view}: version ${String(version)}, ${differences.length === 0 ? 'the same' : 'not the same'}`,
    ...differences.map((difference) => `  ${difference}`),
  ]);
  const end = switched ? 'The new versions serve.' : 'Nothing was switched: --accept-differences does it.';
  return { isWell: switched, lines: [...lines, end] };
}
