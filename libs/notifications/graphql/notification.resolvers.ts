import { ChosenMails } from '../commands/choose-mails/chosen-mails.js';
import { MailChoiceResolver } from './mail-choice.resolver.js';

export const notificationResolvers = [ChosenMails, MailChoiceResolver];
