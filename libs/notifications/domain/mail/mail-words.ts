/** Names, hours, days, by the names that a kind gives them. */
export type MailFacts = Readonly<Record<string, string>>;

export interface Strong {
  readonly strong: string;
}

export interface Link {
  readonly label: string;
  readonly to: string;
}

/** All that one mail says in one language, in plain words: form and escaping are the letter's. */
export interface MailWords {
  /** Cut at 60 characters. */
  readonly subject: string;
  /** What a mailbox shows beside the subject; cut at 90 characters. */
  readonly preheader: string;
  /** One sentence. */
  readonly lead: readonly (string | Strong)[];
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
  /** The one thing to do. */
  readonly button?: Link;
  readonly notes: readonly string[];
}

/** A kind of mail: a name, the facts it needs, and its words. */
export interface MailTemplate {
  readonly kind: string;
  /** Names of facts without which it cannot be written. Every mail also has `bank`, and may have `hub`, `phone` and `deskEmail` of its desk. */
  readonly needs: readonly string[];
  /** Where its reader may turn it off: what it is called there. Then it has the fact `unsubscribe`, an address. */
  readonly optional?: Readonly<Record<'it' | 'en', string>>;
  readonly words: Readonly<Record<'it' | 'en', (facts: MailFacts) => MailWords>>;
}
