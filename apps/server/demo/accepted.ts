import type { AnyEvent, Recorded, Verdict } from '#kernel';

/** The demonstration asks only for what is allowed: a refusal is a fault of ours. */
export async function accepted<E extends AnyEvent>(
  step: string,
  answer: Promise<Verdict<E>>,
): Promise<readonly Recorded<E>[]> {
  const verdict = await answer;
  if (verdict.accepted) return verdict.records;
  throw new Error(`the demonstration stopped at ${step}: ${verdict.refusal.message}`, { cause: verdict.refusal });
}
