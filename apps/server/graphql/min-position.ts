import { Args } from '@nestjs/graphql';
import type { Asker } from '#kernel';
import { TopLevelError } from '#api';
import type { ReadDoor } from '#read-model';

const positionPattern = /^[0-9]{1,18}$/;
const unknownPosition = {
  it: 'Usa la posizione che ti ha dato una registrazione.',
  en: 'Use the position that a record gave you.',
};

/** The argument that every way into the reads takes. */
export const MinPosition = (): ParameterDecorator =>
  Args('minPosition', {
    type: () => String,
    nullable: true,
    description: 'The `position` of a mutation: what it wrote will be there.',
  });

/** Comes back once the reader's views hold what was written up to a position. @throws NotYetVisible after two seconds */
export async function reach(door: ReadDoor, reader: Asker, minPosition: string | null | undefined): Promise<void> {
  if (minPosition === undefined || minPosition === null) return;
  if (!positionPattern.test(minPosition)) throw new TopLevelError('BAD_USER_INPUT', unknownPosition, 'minPosition');
  await door.reachOf(reader, BigInt(minPosition));
}
