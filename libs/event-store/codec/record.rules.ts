import type { Draft } from '#kernel';

const streamPattern = /^[a-z]+-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** What holds for every record whatever its type; the same for what is written and for what is read back. */
export interface RecordFrame {
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly command: { readonly index: number; readonly count: number };
}

/** The rule that the frame breaks, if it breaks one. */
export function brokenFrameRule(frame: RecordFrame): string | undefined {
  if (!streamPattern.test(frame.stream)) return 'the stream is not a category, a dash and an id';
  if (!isCount(frame.revision)) return 'the revision is not a count from 0';
  if (!instantPattern.test(frame.recordedAt)) return 'recordedAt is not an instant in milliseconds';
  const { index, count } = frame.command;
  if (!isCount(index) || !isCount(count) || index >= count) return 'the command index is not below its count';
  return undefined;
}

/** The rule that an entry breaks, if it breaks one. */
export function brokenEntryRule(number: number, minutes: readonly number[]): string | undefined {
  if (!isCount(number) || number === 0) return 'the entry number does not count from 1';
  if (minutes.length === 0) return 'the entry has no legs';
  let sum = 0;
  for (const leg of minutes) sum += leg;
  return sum === 0 ? undefined : 'the minutes do not sum to zero';
}

/** @throws TypeError: what is stored cannot be mended, so a fault in a decider stops here. */
export function requireSoundDraft(draft: Draft): void {
  const { entry } = draft.event;
  const broken =
    brokenFrameRule(draft) ??
    (entry &&
      brokenEntryRule(
        entry.number,
        entry.legs.map((leg) => leg.minutes),
      )) ??
    brokenLink(draft);
  if (broken !== undefined) throw new TypeError(`${draft.stream} revision ${String(draft.revision)}: ${broken}`);
}

function brokenLink(draft: Draft): string | undefined {
  if (draft.previous.length !== 32) return 'the hash of the record before it is not 32 bytes';
  if (draft.revision === 0 && draft.previous.some((byte) => byte !== 0)) return 'the first record follows none';
  return undefined;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
