import {
  instant,
  timeOfDay,
  type Clock,
  type Contacts,
  type HubId,
  type MailOutbox,
  type PersonId,
  type Statements,
} from '#kernel';
import type { Challenges, SentCode, WaitingChallenge } from '../../ports/challenges.js';
import type { Secrets } from '../../ports/secrets.js';

/** What a code's mail says of the bank: its name, the time on its wall, and where a person is reached. */
export interface BankOfMail {
  readonly name: string;
  readonly timeZone: string;
  /** Whose desk helps. */
  readonly hub?: HubId;
}

export interface CodeMailsPorts {
  readonly challenges: Pick<Challenges, 'serveOne'>;
  readonly secrets: Pick<Secrets, 'code' | 'mac' | 'open'>;
  readonly contacts: Pick<Contacts, 'withAddress'>;
  readonly outbox: MailOutbox;
  /** The person's bank at the hub, or else any of the person's. */
  readonly bankOf: (person: PersonId, hub: HubId | undefined) => Promise<BankOfMail>;
  readonly clock: Clock;
  readonly onTrouble: (trouble: Error) => void;
  readonly pause: (ms: number) => Promise<void>;
}

/**
 * Short for who waits for a mail; and a beat of its own, so that how long the last request was answered after says
 * nothing about the work that its address made.
 */
const everyMs = 400;

/** Finds out whose the addresses are that codes were asked for with, and puts the mails. Never within a request. */
export class CodeMailsProcess {
  constructor(private readonly ports: CodeMailsPorts) {}

  /** Ends when the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.serveAll(signal).catch((fault: unknown) => {
        this.ports.onTrouble(fault instanceof Error ? fault : new Error('a code was not sent', { cause: fault }));
      });
      await this.ports.pause(everyMs);
    }
  }

  private async serveAll(signal: AbortSignal): Promise<void> {
    const serve = (waiting: WaitingChallenge, within: Statements) => this.serve(waiting, within);
    while (!signal.aborted && (await this.ports.challenges.serveOne(serve)));
  }

  /** An address that nobody has is given a code as well: what is kept of it looks the same. */
  private async serve(waiting: WaitingChallenge, within: Statements): Promise<SentCode> {
    const { contacts, secrets, outbox, clock } = this.ports;
    const { id, expiresAtMs } = waiting;
    const contact = await contacts.withAddress(secrets.open(waiting.address));
    const code = secrets.code();
    if (contact && clock.now() < expiresAtMs) {
      const { person } = contact;
      const bank = await this.ports.bankOf(person, waiting.hub);
      const facts = {
        bank: bank.name,
        code,
        until: timeOfDay(expiresAtMs, bank.timeZone),
        ...(bank.hub !== undefined && { deskOf: bank.hub }),
      };
      const { language } = waiting;
      const mail = { id, kind: 'code', to: { person }, language, facts, until: instant(expiresAtMs) };
      await outbox.put(mail, within);
    }
    return { codeMac: secrets.mac('code', `${id}/${code}`), person: contact?.person };
  }
}
