import type { QueryBus } from '@nestjs/cqrs';
import type { PersonId } from '#kernel';
import { ActsQuery, ExchangesQuery, StatementQuery } from '#ledger';
import { PersonNamesQuery, ReadingsQuery } from '#membership';
import type { Owner } from './owner.js';
import { allOf } from './pages.js';
import { column, streamed, type Section } from './section.js';

export function statementSection(queries: QueryBus, { asker, memberships, banks }: Owner): Section {
  const columns = [
    column('bank', 'Banca del tempo', 'Time bank'),
    column('entry', 'Scrittura n.', 'Entry no.', 'number'),
    column('serviceDate', 'Giorno', 'Day', 'day'),
    column('with', 'Con chi', 'With whom'),
    column('category', 'Che cosa', 'What'),
    column('minutes', 'Minuti', 'Minutes', 'minutes'),
    column('balanceAfter', 'Saldo dopo', 'Balance after', 'minutes'),
    column('recordedAt', 'Registrato il', 'Recorded at', 'day'),
  ];
  return streamed('statement', 'Estratto conto', 'Statement', columns, async function* () {
    for (const { accountId, bankId } of memberships) {
      const lines = allOf(
        (page) => queries.execute(new StatementQuery(asker, accountId, page)),
        ({ entryNumber }) => entryNumber,
      );
      for await (const line of lines) {
        const { entryNumber: entry, serviceDate, minutes, balanceAfterMinutes: balanceAfter, recordedAt } = line;
        const words = { with: line.otherName ?? undefined, category: line.category ?? undefined };
        yield { bank: banks.get(bankId)?.name, entry, serviceDate, ...words, minutes, balanceAfter, recordedAt };
      }
    }
  });
}

export function exchangesSection(queries: QueryBus, { asker, memberships, banks }: Owner): Section {
  const columns = [
    column('bank', 'Banca del tempo', 'Time bank'),
    column('exchange', 'Codice dello scambio', 'Exchange id'),
    column('state', 'Stato', 'State'),
    column('side', 'Tu', 'You'),
    column('serviceDate', 'Giorno', 'Day', 'day'),
    column('minutes', 'Minuti', 'Minutes', 'minutes'),
    column('category', 'Che cosa', 'What'),
    column('note', 'Nota', 'Note'),
    column('words', 'Risposta o motivo', 'Answer or reason'),
    column('changedAt', 'Ultima registrazione', 'Last record', 'day'),
  ];
  return streamed('exchanges', 'Scambi', 'Exchanges', columns, async function* () {
    for (const { accountId: account, bankId: bank } of memberships) {
      const rows = allOf(
        (page) => queries.execute(new ExchangesQuery(asker, { bank, account }, page)),
        ({ revision }) => revision,
      );
      for await (const row of rows) {
        const { exchangeId: exchange, state, serviceDate, minutes, category, note, words, changedAt } = row;
        const side = row.providerId === account ? 'provider' : 'receiver';
        const bankName = banks.get(bank)?.name;
        yield { bank: bankName, exchange, state, side, serviceDate, minutes, category, note, words, changedAt };
      }
    }
  });
}

export function actsSection(queries: QueryBus, { asker, memberships, banks }: Owner): Section {
  const columns = [
    column('bank', 'Banca del tempo', 'Time bank'),
    column('record', 'Atto n.', 'Record no.', 'number'),
    column('act', 'Che cosa', 'What'),
    column('by', 'Da chi', 'By whom'),
    column('recordedAt', 'Quando', 'When', 'day'),
  ];
  return streamed(
    'acts',
    'Che cosa è stato fatto sul tuo conto',
    'What was done on your account',
    columns,
    async function* () {
      const nameOf = namesFor(queries, asker);
      for (const { accountId: account, bankId: bank } of memberships) {
        const rows = allOf(
          (page) => queries.execute(new ActsQuery(asker, { bank, account }, page)),
          ({ revision }) => revision,
        );
        for await (const { act, actorId, recordedAt, revision } of rows) {
          const by = await nameOf(actorId);
          yield { bank: banks.get(bank)?.name, record: revision + 1, act, by, recordedAt };
        }
      }
    },
  );
}

export function readingsSection(queries: QueryBus, { asker, memberships, banks }: Owner): Section {
  const columns = [
    column('bank', 'Banca del tempo', 'Time bank'),
    column('kind', 'Che cosa', 'What'),
    column('by', 'Da chi', 'By whom'),
    column('minute', 'Quando', 'When', 'day'),
  ];
  return streamed(
    'readings',
    'Chi ha guardato il tuo conto',
    'Who looked at your account',
    columns,
    async function* () {
      const nameOf = namesFor(queries, asker);
      for (const { accountId: account, bankId: bank } of memberships) {
        const rows = allOf(
          (page) => queries.execute(new ReadingsQuery(asker, { bank, account }, page)),
          ({ id }) => id,
        );
        for await (const { kind, readerId, minute } of rows)
          yield { bank: banks.get(bank)?.name, kind, by: await nameOf(readerId), minute };
      }
    },
  );
}

/** Few people keep a bank: each is looked up once, and called by the name that members see, or by nothing but an id. */
function namesFor(queries: QueryBus, asker: Owner['asker']): (person: PersonId) => Promise<string> {
  const known = new Map<PersonId, string>();
  return async (person) => {
    if (!known.has(person)) {
      const names = await queries.execute(new PersonNamesQuery(asker, [person]));
      known.set(person, names.get(person) ?? person);
    }
    return known.get(person) ?? person;
  };
}
