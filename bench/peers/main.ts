import fastify from 'fastify';
import type { JWK } from 'jose';
import pg from 'pg';
import { askedExchangeSchema, type AskedExchange } from './asked-exchange.js';
import { logByFunction } from './fn.js';
import { logByHand } from './hand.js';
import { statementPage } from './statement.js';
import { Tokens } from './tokens.js';

const settings = JSON.parse(process.env['PEER'] ?? '{}') as { databaseUrl: string; publicJwk: JWK; poolSize: number };
const pool = new pg.Pool({ connectionString: settings.databaseUrl, max: settings.poolSize });
const tokens = await Tokens.of(settings.publicJwk);
const server = fastify({ bodyLimit: 100_000 });

server.post<{ Body: AskedExchange }>('/hand', { schema: { body: askedExchangeSchema } }, async ({ headers, body }) =>
  logByHand(pool, await tokens.person(headers.authorization), body),
);
server.post<{ Body: AskedExchange }>('/fn', { schema: { body: askedExchangeSchema } }, async ({ headers, body }) =>
  logByFunction(pool, await tokens.person(headers.authorization), body),
);
server.get<{ Querystring: { before?: string } }>('/statement', async ({ headers, query }) =>
  statementPage(pool, await tokens.person(headers.authorization), query.before),
);

const address = await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${address}\n`);
process.once('SIGTERM', () => {
  void server.close().then(() => pool.end());
});
