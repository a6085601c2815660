import type { QueryBus } from '@nestjs/cqrs';
import type { Sessions } from '#identity';
import type { AccountId, Contacts } from '#kernel';
import { MyGrantsQuery, MyMandatesQuery } from '#ledger';
import { MemberNamesQuery, MyPrivacyQuery } from '#membership';
import type { Owner } from './owner.js';
import { column, section, type Section } from './section.js';

/** Where what is about the person alone is asked. */
export interface PersonPorts {
  readonly queries: QueryBus;
  readonly contacts: Contacts;
  readonly sessions: Pick<Sessions, 'of'>;
}

export function profileSection({ queries, contacts }: PersonPorts, { asker, memberships }: Owner): Section {
  const columns = [
    column('person', 'Codice della persona', 'Person id'),
    column('name', 'Nome', 'Name'),
    column('email', 'E-mail', 'E-mail'),
    column('language', 'Lingua', 'Language'),
  ];
  return section('profile', 'Chi sei', 'Who you are', columns, async () => {
    const contact = await contacts.of(asker.person);
    const names = await namesOf(
      queries,
      asker,
      memberships.map(({ accountId }) => accountId),
    );
    const name = names.values().next().value;
    return [{ person: asker.person, name, email: contact?.email, language: contact?.language }];
  });
}

export function membershipsSection({ memberships, banks }: Owner): Section {
  const columns = [
    column('bank', 'Banca del tempo', 'Time bank'),
    column('account', 'Codice del conto', 'Account id'),
    column('number', 'Numero di socio', 'Member number', 'number'),
    column('since', 'Socio dal', 'Member since', 'day'),
    column('suspended', 'Sospeso', 'Suspended'),
  ];
  const rows = memberships.map(({ bankId, accountId: account, number, since, suspended }) => {
    return { bank: banks.get(bankId)?.name, account, number, since, suspended: String(suspended) };
  });
  return section('memberships', 'Dove sei socio', 'Where you are a member', columns, () => Promise.resolve(rows));
}

export function rolesSection({ queries }: PersonPorts, { asker, banks }: Owner): Section {
  return section('roles', 'Ruoli', 'Roles', [...spans('role', 'Ruolo', 'Role')], async () => {
    const grants = await queries.execute(new MyGrantsQuery({ ...asker, powers: 'all' }));
    return grants.map(({ bankId, role, fromDay: from, untilDay: until }) => {
      return { bank: banks.get(bankId)?.name, role, from, until };
    });
  });
}

export function mandatesSection({ queries }: PersonPorts, { asker, banks }: Owner): Section {
  return section('mandates', 'Deleghe ricevute', 'Mandates held', [...spans('kind', 'Tipo', 'Kind')], async () => {
    const held = await queries.execute(new MyMandatesQuery(asker));
    return held.map(({ bankId, kind, fromDay: from, untilDay: until }) => {
      return { bank: banks.get(bankId)?.name, kind, from, until };
    });
  });
}

export function noticesSection({ queries }: PersonPorts, { asker }: Owner): Section {
  const columns = [
    column('network', 'Codice della rete', 'Network id'),
    column('subject', 'Edizione o scopo', 'Edition or purpose'),
    column('kind', 'Che cosa hai detto', 'What you said'),
    column('how', 'Come', 'How'),
    column('document', 'Numero del foglio', 'Number of the paper'),
    column('saidAt', 'Quando', 'When', 'day'),
  ];
  return section('notices', 'Informative e consensi', 'Notices and consents', columns, async () => {
    const said = await queries.execute(new MyPrivacyQuery(asker));
    return said.map(({ networkId: network, subject, kind, how, document, saidAt }) => {
      return { network, subject, kind, how, document: document ?? undefined, saidAt };
    });
  });
}

export function sessionsSection({ sessions }: PersonPorts, { asker }: Owner): Section {
  const columns = [
    column('agent', 'Con che cosa', 'With what'),
    column('by', 'Entrato con', 'Signed in by'),
    column('openedAt', 'Dal', 'Since', 'day'),
    column('seenAt', 'Visto il', 'Last seen', 'day'),
  ];
  return section('sessions', 'Accessi aperti', 'Open sessions', columns, async () => {
    const open = await sessions.of(asker.person);
    return open.map(({ agent, by, openedAtMs, seenAtMs }) => {
      return { agent, by, openedAt: timeOf(openedAtMs), seenAt: timeOf(seenAtMs) };
    });
  });
}

async function namesOf(
  queries: QueryBus,
  asker: Owner['asker'],
  accounts: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, string>> {
  const members = await queries.execute(new MemberNamesQuery(asker, accounts));
  return new Map(
    [...members].flatMap(([id, { displayName }]) => (displayName === undefined ? [] : [[id, displayName]])),
  );
}

function spans(name: string, it: string, en: string): Section['columns'] {
  return [
    column('bank', 'Banca del tempo', 'Time bank'),
    column(name, it, en),
    column('from', 'Dal', 'From', 'day'),
    column('until', 'Fino al', 'Until', 'day'),
  ];
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}
