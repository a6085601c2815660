/** Nest's names for what the pages of mails stand on. */
export const MAIL_LINKS = Symbol('MailLinks');
export const UNWANTED_MAILS = Symbol('UnwantedMails');
