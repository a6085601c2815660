/** On one line, however it is written here: the server knows a document by its very text. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** What the client asks, word for word: the server compiles these before anybody asks. */
const member = 'id displayName number hasEmail hub { id name handle }';
const exchange = `id state minutes travelMinutes serviceDate category turn expiresAt entryNumber version note loggedByYou atDesk
  hub { name } provider { id displayName } receiver { id displayName }`;
const line = 'entryNumber exchange minutes balanceAfterMinutes serviceDate category other { id displayName }';
const payload = 'position userErrors { field code message }';
const changed = `exchange { id state expiresAt } balancesAfter { account balanceAfterMinutes } ${payload}`;

const door = 'hub name bank bankName deskHours phone providers { name title }';
export const hubDoorDocument = flat(`query Door($hub: String!) { hubDoor(hub: $hub) { ${door} } }`);

export const homeDocument = flat(`query Home($position: String, $hub: String!) {
  hubDoor(hub: $hub) { ${door} }
  viewer(minPosition: $position) {
    id
    banks { id name today rules { timeZone stepMinutes exchangeMinutesMax consent claimDays categories } }
    memberships { bank member { person hub { id handle } } }
    membershipAt(hub: $hub) {
      bank suspendedSince
      member { ${member} person since }
      account {
        id balanceMinutes reservedMinutes floor { kind minutes } ceiling { kind minutes }
        statement(first: 5) { edges { node { ${line} } } }
        exchanges(state: LOGGED, first: 40) { edges { node { ${exchange} formerMinutes } } }
        companions(first: 4) { ${member} }
      }
    }
  }
}`);

export const searchDocument = flat(`query Search($bank: ID!, $search: String!) {
  viewer { members(bank: $bank, search: $search, first: 20) { edges { node { ${member} } } } }
}`);

export const monthDocument = flat(`query Month($account: ID!, $day: LocalDate) {
  viewer { account(id: $account) { month(day: $day) {
    month givenMinutes receivedMinutes closingMinutes earlier lines { ${line} }
  } } }
}`);

export const exchangeDocument = flat(`query Exchange($exchange: ID!) {
  viewer { exchange(id: $exchange) {
    ${exchange} provider { hasEmail } receiver { hasEmail } records { act at minutes byYou byName words sheet actedFor { displayName } }
  } }
}`);

export const periodDocument = flat(`query Period($account: ID!, $from: LocalDate!, $to: LocalDate!) {
  viewer { account(id: $account) { period(from: $from, to: $to) { lines } } }
}`);

export const profileDocument = flat(`query Profile($account: ID!) {
  viewer { email mails { kind wanted } account(id: $account) {
    reservedMinutes floor { kind minutes } ceiling { kind minutes }
    limitChanges { setAt byName reason }
    mandates { id personName until version }
    acts(first: 20) { edges { node { kind byName recordedAt } } }
    readings(first: 20) { edges { node { kind byName minute } } } } }
}`);

export const logDocument = flat(
  `mutation Log($input: LogExchangeInput!) { logExchange(input: $input) { ${changed} } }`,
);
export const confirmDocument = flat(
  `mutation Confirm($input: ConfirmExchangeInput!) { confirmExchange(input: $input) { ${changed} } }`,
);
export const declineDocument = flat(
  `mutation Decline($input: DeclineExchangeInput!) { declineExchange(input: $input) { ${changed} } }`,
);
export const answerDocument = flat(
  `mutation Answer($input: AnswerExchangeInput!) { answerExchange(input: $input) { ${changed} } }`,
);
export const withdrawDocument = flat(
  `mutation Withdraw($input: WithdrawExchangeInput!) { withdrawExchange(input: $input) { ${changed} } }`,
);
export const renameDocument = flat(
  `mutation Rename($input: RenameMemberInput!) { renameMember(input: $input) { displayName ${payload} } }`,
);
export const changeEmailDocument = flat(
  `mutation ChangeEmail($input: ChangeEmailInput!) { changeEmail(input: $input) { email ${payload} } }`,
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

export const widgetDocuments: readonly string[] = [
  hubDoorDocument,
  homeDocument,
  searchDocument,
  monthDocument,
  exchangeDocument,
  periodDocument,
  profileDocument,
  logDocument,
  confirmDocument,
  declineDocument,
  answerDocument,
  withdrawDocument,
  renameDocument,
  changeEmailDocument,
  chooseMailDocument,
  eraseMeDocument,
  endMandateDocument,
];
