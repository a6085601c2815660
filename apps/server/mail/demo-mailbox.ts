import type { AddressedLetter, MailSender, SendOutcome } from '#notifications';

const keptMax = 200;

/** Where mails go while there is no mail server: they are shown to whoever tries the product, and gone when it stops. */
export class DemoMailbox implements MailSender {
  private readonly kept = new Map<string, AddressedLetter>();

  send(mail: AddressedLetter): Promise<SendOutcome> {
    this.kept.set(mail.id, mail);
    const [oldest] = this.kept.keys();
    if (this.kept.size > keptMax && oldest !== undefined) this.kept.delete(oldest);
    return Promise.resolve({ status: 'sent' });
  }

  /** The newest first; to one address where one is given. */
  mails(to?: string): readonly AddressedLetter[] {
    const all = [...this.kept.values()].reverse();
    return to === undefined ? all : all.filter((mail) => mail.to.toLowerCase() === to.trim().toLowerCase());
  }

  mail(id: string): AddressedLetter | undefined {
    return this.kept.get(id);
  }
}
