/**
 * Revisions by the 64-bit fingerprint of a UUID, in typed arrays: about 25 MB a million, where a Map takes 630.
 * Fingerprints may repeat: who finds a revision confirms it by reading the record.
 */
export class FingerprintIndex {
  private high: Uint32Array;
  private low: Uint32Array;
  /** Revision + 1; 0 marks a free place. */
  private revisions: Uint32Array;
  private count = 0;

  /** Most streams are a person's and stay short: they begin small. */
  constructor(capacity = 16) {
    this.high = new Uint32Array(capacity);
    this.low = new Uint32Array(capacity);
    this.revisions = new Uint32Array(capacity);
  }

  static from({ capacity, high, low, revisions }: FingerprintDump): FingerprintIndex {
    const index = new FingerprintIndex(capacity);
    for (let n = 0; n < revisions.length; n += 1) index.put(high[n] ?? 0, low[n] ?? 0, revisions[n] ?? 0);
    return index;
  }

  /** Without the free places, half of all; in the order of the rest, so that they go back one after the other. */
  dump(): FingerprintDump {
    const dump = {
      capacity: this.revisions.length,
      high: new Uint32Array(this.count),
      low: new Uint32Array(this.count),
      revisions: new Uint32Array(this.count),
    };
    let n = 0;
    for (let place = 0; place < this.revisions.length; place += 1) {
      const kept = this.revisions[place] ?? 0;
      if (kept === 0) continue;
      dump.high[n] = this.high[place] ?? 0;
      dump.low[n] = this.low[place] ?? 0;
      dump.revisions[n] = kept;
      n += 1;
    }
    return dump;
  }

  set(uuid: string, revision: number): void {
    if ((this.count + 1) * 3 > this.revisions.length * 2) this.grow();
    this.put(highOf(uuid), lowOf(uuid), revision + 1);
  }

  get(uuid: string): number | undefined {
    const kept = this.revisions[this.placeOf(highOf(uuid), lowOf(uuid))] ?? 0;
    return kept === 0 ? undefined : kept - 1;
  }

  private put(high: number, low: number, kept: number): void {
    const place = this.placeOf(high, low);
    if (this.revisions[place] === 0) this.count += 1;
    this.high[place] = high;
    this.low[place] = low;
    this.revisions[place] = kept;
  }

  /** The place that holds the fingerprint, or the free one where it would go. Capacity is a power of two. */
  private placeOf(high: number, low: number): number {
    const mask = this.revisions.length - 1;
    let place = (high ^ low) & mask;
    while (this.revisions[place] !== 0 && (this.high[place] !== high || this.low[place] !== low)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private grow(): void {
    const { high, low, revisions } = this;
    this.high = new Uint32Array(high.length * 2);
    this.low = new Uint32Array(high.length * 2);
    this.revisions = new Uint32Array(high.length * 2);
    this.count = 0;
    for (const [place, kept] of revisions.entries()) {
      if (kept !== 0) this.put(high[place] ?? 0, low[place] ?? 0, kept);
    }
  }
}

export interface FingerprintDump {
  readonly capacity: number;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** Revision + 1 of each fingerprint. */
  readonly revisions: Uint32Array;
}

function highOf(uuid: string): number {
  return eightDigits(uuid, 0);
}

function lowOf(uuid: string): number {
  return eightDigits(uuid, 28);
}

/** Of the lower-case hexadecimal text of a UUID. */
function eightDigits(uuid: string, from: number): number {
  let value = 0;
  for (let place = from; place < from + 8; place += 1) {
    const code = uuid.charCodeAt(place);
    value = (value << 4) | (code < 58 ? code - 48 : code - 87);
  }
  return value >>> 0;
}
