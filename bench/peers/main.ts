import fastify from 'fastify';
import pg from 'pg';
import {
  answeredSchema,
  askedConfirmationSchema,
  askedExchangeSchema,
  type AskedConfirmation,
  type AskedExchange,
} from './asked-exchange.js';
import { logByFunction } from './fn.js';
import { claimByHand, confirmByHand, logByHand } from './hand.js';
import { balance, balanceSchema, statementPage, statementSchema } from './pages.js';
import { peerSettings, poolSize } from './settings.js';
import { Tokens } from './tokens.js';

/** `hand`, `fn` and `rest`: Fastify and pg. Each is started in a process and on a database of its own. */
const { databaseUrl, publicJwk } = peerSettings();
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize, pipeline: true });
const tokens = await Tokens.of(publicJwk);
const server = fastify({ bodyLimit: 100_000 });

const asked = { schema: { body: askedExchangeSchema, response: { 200: answeredSchema } } };
const confirmed = { schema: { body: askedConfirmationSchema, response: { 200: answeredSchema } } };

server.post<{ Body: AskedExchange }>('/hand', asked, async ({ headers, body }) =>
  logByHand(pool, await tokens.person(headers.authorization), body),
);
server.post<{ Body: AskedExchange }>('/hand/claim', asked, async ({ headers, body }) =>
  claimByHand(pool, await tokens.person(headers.authorization), body),
);
server.post<{ Body: AskedConfirmation }>('/hand/confirm', confirmed, async ({ headers, body }) =>
  confirmByHand(pool, await tokens.person(headers.authorization), body.exchange),
);
server.post<{ Body: AskedExchange }>('/fn', asked, async ({ headers, body }) =>
  logByFunction(pool, await tokens.person(headers.authorization), body),
);
server.get('/rest/balance', { schema: { response: { 200: balanceSchema } } }, async ({ headers }) =>
  balance(pool, await tokens.person(headers.authorization)),
);
server.get<{ Querystring: { before?: string } }>(
  '/rest/statement',
  { schema: { response: { 200: statementSchema } } },
  async ({ headers, query }) => statementPage(pool, await tokens.person(headers.authorization), query.before),
);

const address = await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${address}\n`);
process.once('SIGTERM', () => {
  void server.close().then(() => pool.end());
});
