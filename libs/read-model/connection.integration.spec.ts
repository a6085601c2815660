import { testDatabase } from '#testing';
import { connect } from './connection.js';

test('a connection that is cut without a word is told to whoever asked something, and ends nothing else', async () => {
  const database = await testDatabase();
  const client = await connect(database.url);
  const asking = client.query('select pg_sleep(60)').catch((cause: unknown) => cause);
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  client.connection.stream.destroy();
  expect(await asking).toEqual(new Error('Connection terminated unexpectedly'));
  await ended;
  await database.drop();
});
