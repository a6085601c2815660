import { OutcomeUnknown, StoreUnavailable, type Append, type AppendVerdict } from '#kernel';
import type { WriterPorts } from './writer-ports.js';

const pauseMs = 50;

/**
 * Appends until the answer is definite. Once an outcome is unknown the same bytes are sent at the same revision again,
 * for as long as it takes: nothing may be decided on a guess.
 *
 * @throws StoreUnavailable when nothing was stored for certain; OutcomeUnknown when the process ends before that is known
 */
export async function definiteAppend(
  { flusher, pause }: Pick<WriterPorts, 'flusher' | 'pause'>,
  append: Append,
  ending: AbortSignal,
): Promise<AppendVerdict> {
  let unknown = false;
  for (;;) {
    try {
      return await flusher.append(append);
    } catch (cause) {
      if (cause instanceof OutcomeUnknown) unknown = true;
      else if (!unknown || !(cause instanceof StoreUnavailable)) throw cause;
      if (ending.aborted) throw new OutcomeUnknown('the process ends', { cause });
    }
    await pause(pauseMs);
  }
}
