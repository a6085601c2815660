import type { Transporter } from 'nodemailer';
import type { AddressedLetter, MailSender, SendOutcome } from '../../ports/mail-sender.js';
import { outcomeOf } from './smtp-outcome.js';

export interface SmtpSettings {
  /** `smtps://user:password@host`, or `smtp://…`, which turns to TLS where the server offers it. */
  readonly url: string;
  /** The address that mails come from; its name is the bank's. */
  readonly from: string;
}

/** A server that says nothing for so long is given up, and the mail tried again later. */
const silenceMsMax = 10_000;

/** Hands letters to a mail server. */
export class SmtpSender implements MailSender {
  private transporter: Promise<Transporter> | undefined;

  constructor(
    private readonly settings: SmtpSettings,
    private readonly silenceMs = silenceMsMax,
  ) {}

  async send({ id, to, date, letter }: AddressedLetter, signal: AbortSignal): Promise<SendOutcome> {
    const { from } = this.settings;
    const transporter = await (this.transporter ??= this.open());
    try {
      await transporter.sendMail({
        from: { name: letter.from, address: from },
        to: { name: '', address: to },
        ...(letter.replyTo !== undefined && { replyTo: { name: letter.from, address: letter.replyTo } }),
        envelope: { from, to },
        messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
        date,
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        headers: { 'Auto-Submitted': 'auto-generated', ...oneClick(letter.unsubscribe) },
        signal,
      });
      return { status: 'sent' };
    } catch (cause) {
      return outcomeOf(cause);
    }
  }

  /** Read when the first mail goes out: a server starts faster without it. */
  private async open(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      url: this.settings.url,
      connectionTimeout: this.silenceMs,
      greetingTimeout: this.silenceMs,
      socketTimeout: this.silenceMs,
      dnsTimeout: this.silenceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }
}

/** RFC 8058: the mail program shows a button, which posts without asking anything. */
function oneClick(to: string | undefined): Readonly<Record<string, string>> {
  return to === undefined
    ? {}
    : { 'List-Unsubscribe': `<${to}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
