import type { Instant } from './time.js';

/** Something that happens by itself at `at`, unless its entity moved before. */
export interface Deadline {
  readonly at: Instant;
  /** The revision that set it: the second key of the order. */
  readonly revision: number;
  readonly entity: string;
}

function earlier(a: Deadline, b: Deadline): boolean {
  return a.at === b.at ? a.revision < b.revision : a.at < b.at;
}

/** Follows a heap in order: the places that may come next are few, the children of those already given. */
function* orderOf(heap: readonly Deadline[]): IterableIterator<Deadline> {
  const open = heap[0] ? [{ place: 0, deadline: heap[0] }] : [];
  for (let next = open.shift(); next; next = open.shift()) {
    yield next.deadline;
    for (const place of [2 * next.place + 1, 2 * next.place + 2]) {
      const deadline = heap[place];
      if (!deadline) continue;
      const later = open.findIndex((other) => earlier(deadline, other.deadline));
      open.splice(later < 0 ? open.length : later, 0, { place, deadline });
    }
  }
}

/** All deadlines of one bank in the order in which they fall due. A heap; one that no longer holds is skipped when it comes up. */
export class Deadlines {
  private heap: Deadline[] = [];

  constructor(private readonly base?: Deadlines) {}

  static of(deadlines: Iterable<Deadline>): Deadlines {
    const made = new Deadlines();
    for (const deadline of deadlines) made.add(deadline);
    return made;
  }

  add(deadline: Deadline): void {
    const heap = this.heap;
    let at = heap.push(deadline) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (!above || !earlier(deadline, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = deadline;
  }

  /** The earliest of this layer and what lies below it. */
  first(): Deadline | undefined {
    const own = this.heap[0];
    const below = this.base?.first();
    if (!own || !below) return own ?? below;
    return earlier(own, below) ? own : below;
  }

  /** All in their order, without taking any away; the cost grows with how far it is followed. */
  *inOrder(): IterableIterator<Deadline> {
    const own = orderOf(this.heap);
    const below = this.base?.inOrder() ?? [][Symbol.iterator]();
    let mine = own.next();
    let theirs: IteratorResult<Deadline, unknown> = below.next();
    while (!mine.done || !theirs.done) {
      if (theirs.done || (!mine.done && earlier(mine.value, theirs.value))) {
        if (!mine.done) yield mine.value;
        mine = own.next();
      } else {
        yield theirs.value;
        theirs = below.next();
      }
    }
  }

  /** Takes the earliest away: only where there is no layer, after what it asked for is recorded or no longer holds. */
  dropFirst(): void {
    if (this.base) throw new Error('a layer never drops a deadline');
    const last = this.heap.pop();
    if (!last || this.heap.length === 0) return;
    this.sink(last);
  }

  entries(): readonly Deadline[] {
    return [...(this.base?.entries() ?? []), ...this.heap];
  }

  layer(): Deadlines {
    return new Deadlines(this);
  }

  fold(): void {
    if (!this.base) throw new Error('only a layer can be folded');
    for (const deadline of this.heap) this.base.add(deadline);
    this.heap = [];
  }

  private sink(moved: Deadline): void {
    const heap = this.heap;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      let next = heap[left];
      if (!next) break;
      let place = left;
      const right = heap[left + 1];
      if (right && earlier(right, next)) {
        next = right;
        place = left + 1;
      }
      if (!earlier(next, moved)) break;
      heap[at] = next;
      at = place;
    }
    heap[at] = moved;
  }
}
