import { flat, payload } from './documents.js';

export const profileDocument = flat(`query Profile($account: ID!) {
  viewer { email mails { kind wanted } account(id: $account) {
    reservedMinutes floor { kind minutes } ceiling { kind minutes }
    limitChanges { setAt byName reason }
    mandates { id personName until version }
    acts(first: 20) { edges { node { kind byName recordedAt } } }
    readings(first: 20) { edges { node { kind byName minute } } } } }
}`);

export const renameDocument = flat(
  `mutation Rename($input: RenameMemberInput!) { renameMember(input: $input) { displayName ${payload} } }`,
);

export const changeEmailDocument = flat(
  `mutation ChangeEmail($input: ChangeEmailInput!) { changeEmail(input: $input) { challenge lifeSeconds ${payload} } }`,
);

export const confirmEmailDocument = flat(
  `mutation ConfirmEmail($input: ConfirmEmailInput!) { confirmEmail(input: $input) { email ${payload} } }`,
);

export const chooseMailDocument = flat(
  `mutation ChooseMail($input: ChooseMailInput!) { chooseMail(input: $input) { mails { kind wanted } ${payload} } }`,
);

export const eraseMeDocument = flat(
  `mutation EraseMe($input: EraseMeInput!) { eraseMe(input: $input) { certificate { html } ${payload} } }`,
);

export const endMandateDocument = flat(
  `mutation EndMandate($input: EndMandateInput!) { endMandate(input: $input) { mandate { id } ${payload} } }`,
);
