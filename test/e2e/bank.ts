import { randomUUID } from 'node:crypto';
import type { PersonId } from '#kernel';
import { opaqueId } from '#api';
import { as, openNetwork, type Asker, type UserError } from './server.js';

/** A fresh idempotency key. */
export const key = (): string => randomUUID();

export const today = (): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Rome',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format();

export interface Member {
  readonly account: string;
  readonly person: PersonId;
  readonly asker: Asker;
}
export interface Bank {
  readonly network: string;
  readonly bank: string;
  readonly hub: string;
  readonly administrator: Asker;
  /** Who the administrator is. */
  readonly keeper: PersonId;
  admit(displayName: string): Promise<Member>;
}

interface Payload {
  readonly userErrors: readonly UserError[];
  readonly position: string | null;
}

/** Does one verb; anything it was refused fails the test. */
export async function done<Entity>(
  asker: Asker,
  verb: string,
  selection: string,
  input: object,
): Promise<Entity & Payload> {
  const Input = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const document = `mutation M($input: ${Input}!) { ${verb}(input: $input) { ${selection} position userErrors { field code message } } }`;
  const { data, errors } = await asker.ask<Record<string, Entity & Payload>>(document, {
    input: { idempotencyKey: key(), ...input },
  });
  const payload = data[verb];
  if (!payload || payload.userErrors.length > 0) throw new Error(`${verb}: ${JSON.stringify(payload ?? errors)}`);
  return payload;
}

/** Names that people read, where a test does not care about them. */
export interface Called {
  readonly bank?: string;
  readonly hub?: string;
  /** What follows the @ of its members. */
  readonly mailboxes?: string;
}

/** A network, one hub and one bank, through the API; their handles are nobody's in any other run. */
export async function openBank(name: string, rules: object = {}, called: Called = {}): Promise<Bank> {
  const handle = `${name}-${crypto.randomUUID().slice(0, 8)}`;
  const opened = await openNetwork(handle);
  const administrator = await as(opened.administrator);
  const network = opaqueId('network', opened.network);
  const none = { kind: 'NONE' };
  const asked = {
    timeZone: 'Europe/Rome',
    stepMinutes: 15,
    exchangeMinutesMax: 1_440,
    consent: 'BOTH',
    claimDays: 30,
    floor: none,
    ceiling: none,
    categories: ['cucina'],
    strands: [],
    ...rules,
  };
  const { bank } = await done<{ bank: { id: string } }>(administrator, 'openBank', 'bank { id }', {
    network,
    handle: `${handle}-banca`,
    name: called.bank ?? `Banca di ${name}`,
    rules: asked,
    administrators: [administrator.id],
  });
  const { hub } = await done<{ hub: { id: string } }>(administrator, 'addHub', 'hub { id }', {
    network,
    handle: `${handle}-hub`,
    name: called.hub ?? `Hub di ${name}`,
    from: '2020-01-01',
  });
  await done(administrator, 'serveHub', 'hub { id }', { bank: bank.id, hub: hub.id, from: '2020-01-01' });
  return {
    network,
    bank: bank.id,
    hub: hub.id,
    administrator,
    keeper: opened.administrator,
    async admit(displayName) {
      const { member, position } = await done<{ member: { id: string } }>(
        administrator,
        'admitMember',
        'member { id }',
        {
          bank: bank.id,
          hub: hub.id,
          since: '2020-01-01',
          displayName,
        },
      );
      const person = await personOf(administrator, bank.id, member.id, position);
      return { account: member.id, person, asker: await as(person) };
    },
  };
}

/** Who a member is, as the administrator sees it. */
export async function personOf(
  administrator: Asker,
  bank: string,
  account: string,
  position: string | null,
): Promise<PersonId> {
  const { data } = await administrator.ask<{
    viewer: { members: { edges: readonly { node: { id: string; person: string } }[] } };
  }>(
    'query P($bank: ID!, $p: String) { viewer(minPosition: $p) { members(bank: $bank, first: 100) { edges { node { id person } } } } }',
    { bank, p: position },
  );
  const person = data.viewer.members.edges.find(({ node }) => node.id === account)?.node.person;
  if (person === undefined) throw new Error('the administrator does not see the new member');
  return uuidIn(person);
}

/** The id inside an opaque one of a person, a hub or a network. */
export function uuidIn(opaque: string): PersonId {
  const hex = Buffer.from(opaque, 'base64url').subarray(1).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as PersonId;
}
