import 'reflect-metadata';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { settingsFrom } from '../../dist/apps/server/settings.js';
import { InputPipe, idInBank, sliceOf } from '../../dist/libs/api/index.js';
import { JwtTokens, openTokenKeys } from '../../dist/libs/identity/index.js';
import { logExchangeFrom } from '../../dist/libs/ledger/graphql/exchange.commands.js';
import { exchangeFrom } from '../../dist/libs/ledger/graphql/exchange.from-records.js';
import { LogExchangeInput } from '../../dist/libs/ledger/graphql/exchange.inputs.js';
import { accountShown, statementShown } from '../../dist/libs/ledger/graphql/account.reads.js';
import { AccountPageQuery } from '../../dist/libs/ledger/views/account-statement/account-page.query.js';
import { replaceMethod } from './replace.mjs';

/** The same command and the same queries behind two plain routes: token, input's check, answer, and no GraphQL between. */
const buses = {};
const remembering = (name) => (register) =>
  function registered(...handlers) {
    buses[name] = this;
    return register.apply(this, handlers);
  };
replaceMethod(CommandBus, 'register', remembering('commands'));
replaceMethod(QueryBus, 'register', remembering('queries'));

const settings = settingsFrom(process.env);
const tokens = new JwtTokens(await openTokenKeys(settings.tokenKeyFile), { now: () => Date.now() });
const pipe = new InputPipe();

replaceMethod(
  FastifyAdapter,
  'init',
  (init) =>
    async function withPlainRoutes() {
      await init.call(this);
      if (this.getInstance().hasRoute({ method: 'POST', url: '/plain/log' })) return;
      this.getInstance().post('/plain/log', (request) => log(request));
      this.getInstance().post('/plain/page', (request) => page(request));
    },
);

async function readerOf({ headers }) {
  const bearer = await tokens.bearer(headers.authorization?.replace(/^Bearer /, '') ?? '');
  if (bearer === undefined) throw new Error('no valid token');
  return { ...bearer, language: 'it', correlation: randomUUID() };
}

async function log(request) {
  const reader = await readerOf(request);
  const input = pipe.transform(request.body.input, { metatype: LogExchangeInput, type: 'body' });
  const verdict = await buses.commands.execute(logExchangeFrom(input, reader));
  if (!verdict.accepted) return { userErrors: [{ code: verdict.refusal.code }] };
  const { exchange } = exchangeFrom(verdict.records);
  return {
    exchange: { id: exchange.id, state: exchange.state.toUpperCase() },
    userErrors: [],
    position: String(verdict.position),
  };
}

async function page(request) {
  const reader = await readerOf(request);
  const { id } = idInBank('account', request.body.account);
  const slice = sliceOf({ first: 25 }, Number);
  const { balance, page } = await buses.queries.execute(new AccountPageQuery(reader, id, slice.size));
  const { balanceMinutes } = accountShown(balance);
  const statement = statementShown(page, slice);
  const edges = statement.edges.map(({ node, cursor }, place) => {
    const { exchange, minutes, balanceAfterMinutes, serviceDate } = node;
    const other = { displayName: page.rows[place].otherName ?? undefined };
    return { node: { exchange, minutes, balanceAfterMinutes, serviceDate, other }, cursor };
  });
  const { hasNextPage, endCursor } = statement.pageInfo;
  return { balanceMinutes, statement: { edges, pageInfo: { hasNextPage, endCursor } } };
}
