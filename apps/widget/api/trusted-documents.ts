import { hubDoorDocument, homeDocument, exchangeDocument, logDocument, confirmDocument } from './documents.js';
import {
  profileDocument,
  renameDocument,
  changeEmailDocument,
  confirmEmailDocument,
  chooseMailDocument,
  eraseMeDocument,
  endMandateDocument,
} from './profile-documents.js';
import { monthDocument, periodDocument } from './past-documents.js';
import { searchDocument, answerDocument, declineDocument, withdrawDocument } from './forms-documents.js';

/** What the client asks, word for word: the server compiles these before anybody asks. */
export const widgetDocuments: readonly string[] = [
  hubDoorDocument,
  homeDocument,
  exchangeDocument,
  logDocument,
  confirmDocument,
  withdrawDocument,
  profileDocument,
  renameDocument,
  changeEmailDocument,
  confirmEmailDocument,
  chooseMailDocument,
  eraseMeDocument,
  endMandateDocument,
  monthDocument,
  periodDocument,
  searchDocument,
  answerDocument,
  declineDocument,
];
