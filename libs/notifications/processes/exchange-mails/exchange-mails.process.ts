import {
  instant,
  type AccountId,
  type Batch,
  type Clock,
  type Codec,
  type Contact,
  type Contacts,
  type EventStore,
  type Mail,
  type MailOutbox,
  type PersonId,
  type Position,
  type Recorded,
} from '#kernel';
import type { ActingPersons, JournalEvent } from '#ledger';
import type { JournalMark } from '../../ports/journal-mark.js';
import { readersOf, tellingsOf, type Telling } from './who-is-told.js';

export interface ExchangeMailsPorts {
  readonly store: Pick<EventStore, 'subscribe' | 'head' | 'storeId'>;
  readonly codec: Pick<Codec, 'decode' | 'newId'>;
  readonly mark: JournalMark;
  /** Resolves once the views hold everything up to there. */
  readonly visible: (position: Position) => Promise<void>;
  /** ActingPersonsQuery. */
  readonly acting: (accounts: readonly AccountId[]) => Promise<ReadonlyMap<AccountId, ActingPersons>>;
  readonly contacts: Pick<Contacts, 'languagesOf'>;
  readonly outbox: MailOutbox;
  readonly clock: Clock;
  /** A fault, after which it begins again where it was. */
  readonly onTrouble: (trouble: Error) => void;
  readonly pause: (ms: number) => Promise<void>;
}

interface Found {
  readonly record: Recorded<JournalEvent>;
  readonly telling: Telling;
}

const telling: ReadonlySet<string> = new Set(['ExchangeLogged', 'ExchangeAnswered', 'ExchangePosted']);
const batchSize = 1_000;
/** A breath after each batch: in a bank that is busy mails come a little later, and nobody's hours wait for them. */
const breathMs = 200;
const againMs = 1_000;

/**
 * Follows the journals and puts a mail for whoever is concerned, exactly once: mails and the mark of how far it came are
 * one transaction, and a mail's id follows from its record and its reader. What lay in the journals when it first looked
 * is told to nobody.
 */
export class ExchangeMails {
  constructor(private readonly ports: ExchangeMailsPorts) {}

  /** Ends when the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.follow(signal);
      } catch (fault) {
        this.ports.onTrouble(fault instanceof Error ? fault : new Error('mails wait to be put', { cause: fault }));
      }
      await this.ports.pause(againMs);
    }
  }

  /** Until the signal is aborted, or another process went on from here. */
  private async follow(signal: AbortSignal): Promise<void> {
    const { store, mark, pause } = this.ports;
    const id = await store.storeId();
    let at = await mark.startingAt(id, await store.head());
    for await (const batch of store.subscribe({ after: at, categories: ['journal'], batchSize, signal })) {
      const mails = await this.mailsOf(batch);
      const put = async (within: Parameters<MailOutbox['put']>[1]): Promise<void> => {
        for (const mail of mails) await this.ports.outbox.put(mail, within);
      };
      if (!(await mark.advance(id, at, batch.through, put))) return;
      at = batch.through;
      await pause(breathMs);
    }
  }

  private async mailsOf({ records, through }: Batch): Promise<readonly Mail[]> {
    const { codec, clock, visible, acting, contacts } = this.ports;
    const now = instant(clock.now());
    const found: Found[] = [];
    for (const stored of records) {
      if (!telling.has(stored.type)) continue;
      const record = codec.decode(stored) as Recorded<JournalEvent>;
      for (const told of tellingsOf(record, now)) found.push({ record, telling: told });
    }
    if (found.length === 0) return [];
    await visible(through);
    const persons = await acting([...new Set(found.map(({ telling: { account } }) => account))]);
    const asked = [...persons.values()].flatMap(({ member, delegates }) => [...(member ? [member] : []), ...delegates]);
    const languages = await contacts.languagesOf([...new Set(asked)]);
    if (languages.size === 0) return [];
    return found.flatMap((each) => this.mailsTo(each, persons.get(each.telling.account), languages));
  }

  private mailsTo(
    { record, telling: told }: Found,
    acting: ActingPersons | undefined,
    languages: ReadonlyMap<PersonId, Contact['language']>,
  ): readonly Mail[] {
    const { kind, facts, notBefore, until } = told;
    return readersOf(told, acting, (person) => languages.has(person)).map((person) => ({
      id: this.idOf(record, `${kind}/${notBefore ?? ''}/${person}`),
      kind,
      to: { person },
      language: languages.get(person) ?? 'it',
      facts,
      ...(notBefore && { notBefore }),
      until,
    }));
  }

  /** A command's id and a record's place in it are the record's for ever, wherever it is copied. */
  private idOf({ command: { id, index } }: Recorded, what: string): string {
    return this.ports.codec.newId(id, `mail/${what}`, index);
  }
}
