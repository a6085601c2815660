import type { DeadLetter } from '#notifications';

/** What is to be known of mails: nothing of whom they are for. */
export function deadLetterLines(waiting: number, letters: readonly DeadLetter[]): readonly string[] {
  const waits = waiting === 1 ? '1 mail waits.' : `${String(waiting)} mails wait.`;
  const dead = letters.length === 0 ? 'None was given up.' : 'Given up, the oldest first:';
  return [`${waits} ${dead}`, ...letters.map(lineOf)];
}

function lineOf({ id, kind, endedAt, reason }: DeadLetter): string {
  return [endedAt.toISOString().slice(0, 19).replace('T', ' '), kind, reason, id].join('  ');
}
