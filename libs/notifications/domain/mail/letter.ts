/** A mail as it is sent, but for its addresses. */
export interface Letter {
  /** The name it comes from. */
  readonly from: string;
  /** The desk, where its address is known: whoever answers writes to people. */
  readonly replyTo?: string;
  /** At most 60 characters. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one click turns this kind of mail off. */
  readonly unsubscribe?: string;
}
