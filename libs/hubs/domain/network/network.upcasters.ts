/** What the codec hands to an upcaster, and wants back. */
interface Stored {
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
}

/**
 * Notices issued before the network kept their words have none: the second version reads them as they are. So it
 * does with desks that were set before they could have an e-mail address.
 */
export const networkUpcasters = [
  {
    type: 'PrivacyNoticeIssued',
    from: 1,
    upcast: <Event extends Stored>(event: Event): Event => ({ ...event, version: 2 }),
  },
  {
    type: 'HubDeskSet',
    from: 1,
    upcast: <Event extends Stored>(event: Event): Event => ({ ...event, version: 2 }),
  },
];
