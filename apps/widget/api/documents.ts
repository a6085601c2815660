/** On one line, however it is written here: the server knows a document by its very text. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ');

export const member = 'id displayName number hasEmail hub { id name handle }';
const exchange = `id state minutes travelMinutes serviceDate category turn expiresAt entryNumber version note loggedByYou atDesk
  hub { name } provider { id displayName } receiver { id displayName }`;
export const line = 'entryNumber exchange minutes balanceAfterMinutes serviceDate category other { id displayName }';
export const payload = 'position userErrors { field code message }';
export const changed = `exchange { id state expiresAt } balancesAfter { account balanceAfterMinutes } ${payload}`;

const door = 'hub name bank bankName deskHours phone providers { name title }';
export const hubDoorDocument = flat(`query Door($hub: String!, $origin: String!) {
  hubDoor(hub: $hub) { ${door} isOpenAt(origin: $origin) }
}`);

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
        exchanges(state: LOGGED, first: 40) { edges { node { ${exchange} formerMinutes byDelegate { byName actedFor { displayName } } } } }
        companions(first: 4) { ${member} }
      }
    }
  }
}`);

export const exchangeDocument = flat(`query Exchange($exchange: ID!, $position: String) {
  viewer(minPosition: $position) { exchange(id: $exchange) {
    ${exchange} provider { hasEmail } receiver { hasEmail } records { act at minutes byYou byName words sheet actedFor { displayName } }
  } }
}`);

export const logDocument = flat(
  `mutation Log($input: LogExchangeInput!) { logExchange(input: $input) { ${changed} } }`,
);
export const confirmDocument = flat(
  `mutation Confirm($input: ConfirmExchangeInput!) { confirmExchange(input: $input) { ${changed} } }`,
);
