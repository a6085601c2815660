import type { Clock } from '#kernel';

/** Keys stay in memory no longer than this, whatever was missed. */
export const heldMs = 60_000;
const heldMax = 100_000;

/** Values by name for at most a minute after they were read; the oldest leaves when there are too many. */
export class Cache<Name, Value> {
  private readonly held = new Map<Name, { readonly value: Value; readonly readAt: number }>();

  constructor(private readonly clock: Clock) {}

  get(name: Name): Value | undefined {
    const held = this.held.get(name);
    if (!held) return undefined;
    const age = this.clock.now() - held.readAt;
    if (age >= 0 && age < heldMs) return held.value;
    this.held.delete(name);
    return undefined;
  }

  readAt(name: Name): number | undefined {
    return this.held.get(name)?.readAt;
  }

  set(name: Name, value: Value, readAt: number): void {
    this.held.delete(name);
    this.held.set(name, { value, readAt });
    if (this.held.size <= heldMax) return;
    for (const oldest of this.held.keys()) {
      this.held.delete(oldest);
      return;
    }
  }

  delete(name: Name): void {
    this.held.delete(name);
  }

  clear(): void {
    this.held.clear();
  }
}
