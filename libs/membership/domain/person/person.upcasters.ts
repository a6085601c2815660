/** What the codec hands to an upcaster, and wants back. */
interface Stored {
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
}

/** Of who was registered before records named who asked, nobody knows it: the second version reads them as they are. */
export const personUpcasters = [
  {
    type: 'PersonRegistered',
    from: 1,
    upcast: <Event extends Stored>(event: Event): Event => ({ ...event, version: 2 }),
  },
];
