/** Nest's name for what the pages of mails stand on. */
export const MAIL_LINKS = Symbol('MailLinks');
