import { EventStoreDBClient } from '@eventstore/db-client';

import { appendOlderWay, appending } from './scenario-appending.js';
import { filtering } from './scenario-filtering.js';
import { reading } from './scenario-reading.js';
import { subscribing } from './scenario-subscribing.js';

/** @param url of a new, empty server */
export async function runScenario(url: string, begin: (step: string) => void): Promise<void> {
  const client = EventStoreDBClient.connectionString(url);
  const step = async (name: string, ask: () => unknown): Promise<void> => {
    begin(name);
    try {
      await ask();
    } catch (error) {
      // A refusal is an answer too. All else is a fault of the scenario.
      if (!(error instanceof Error && 'type' in error)) throw error;
    }
  };
  for (const part of [appending, appendOlderWay, reading, filtering, subscribing]) await part({ client, url, step });
  await client.dispose();
}
