/** What a program has used, since it started or, where it says peak, since it was last asked. */
export interface Gauge {
  readonly cpuMicroseconds: number;
  readonly heapBytes: number;
  /** Outside the heap: typed arrays and buffers. */
  readonly arrayBytes: number;
  readonly residentBytes: number;
  readonly peakHeapBytes: number;
  readonly peakResidentBytes: number;
}
