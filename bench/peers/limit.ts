import pg from 'pg';
import { answerRuns } from './runner.js';

/** `limit`: one record-sized row an INSERT, each durable before the next on its connection; no HTTP, no rule, no index but the key. */
const { databaseUrl, recordBytes } = JSON.parse(process.env['PEER'] ?? '{}') as {
  readonly databaseUrl: string;
  readonly recordBytes: number;
};

const clients: pg.Client[] = [];
// Random text, so that nothing is gained by compressing it away.
const record = Array.from({ length: recordBytes }, () => Math.floor(Math.random() * 36).toString(36)).join('');

async function client(place: number): Promise<pg.Client> {
  const known = clients[place];
  if (known) return known;
  const made = new pg.Client({ connectionString: databaseUrl });
  clients[place] = made;
  await made.connect();
  return made;
}

answerRuns({
  ready: async (connections) => {
    await Promise.all(Array.from({ length: connections }, (_, place) => client(place)));
  },
  once: async (place) => {
    await clients[place]?.query({ name: 'append', text: 'insert into record (record) values ($1)', values: [record] });
  },
  close: async () => {
    await Promise.all(clients.map((one) => one.end()));
  },
});
