import {
  NotFound,
  TryAgain,
  type Batch,
  type EventStore,
  type NetworkId,
  type Refusal,
  type StoredRecord,
} from '#kernel';
import { HubPlacement } from './hub-placement.process.js';

const north = '00000000-0000-8000-8000-00000000000a';
const south = '00000000-0000-8000-8000-00000000000b';

function record(network: string, revision: number, type: string): StoredRecord {
  const stream = `network-${network}` as StoredRecord['stream'];
  return { stream, revision, type, id: '', hash: new Uint8Array(32), text: '', position: 1n };
}

function storeOf(...batches: readonly (readonly StoredRecord[] | Error)[]): Pick<EventStore, 'subscribe'> {
  const left = [...batches];
  async function* subscribe(): AsyncGenerator<Batch> {
    for (let next = left.shift(); next; next = left.shift()) {
      if (next instanceof Error) throw next;
      yield await Promise.resolve({ records: next, through: 1n });
    }
  }
  return { subscribe };
}

async function run(store: Pick<EventStore, 'subscribe'>, answers: readonly (readonly Refusal[])[], calls: number) {
  const stop = new AbortController();
  const told: { readonly network: NetworkId; readonly after: number }[] = [];
  const troubles: Error[] = [];
  let pauses = 0;
  const placement = new HubPlacement({
    store,
    follow: (network, after) => {
      told.push({ network, after });
      if (told.length === calls) stop.abort();
      return Promise.resolve(answers[told.length - 1] ?? []);
    },
    onTrouble: (trouble) => troubles.push(trouble),
    pause: () => {
      pauses += 1;
      return Promise.resolve();
    },
  });
  await placement.run(stop.signal);
  return { told, troubles, pauses };
}

describe('carrying the moves of hubs to the journals', () => {
  test('each network of a batch is told once, from its first move on; other records are passed over', async () => {
    const batch = [
      record(north, 3, 'HubAdded'),
      record(north, 4, 'HubMoved'),
      record(south, 7, 'HubMoved'),
      record(north, 5, 'HubMoved'),
    ];

    const { told } = await run(storeOf(batch), [], 2);

    expect(told).toEqual([
      { network: north, after: 3 },
      { network: south, after: 6 },
    ]);
  });

  test('a refusal that stays is shown once and holds nothing up', async () => {
    const refusal = new NotFound();

    const { told, troubles, pauses } = await run(
      storeOf([record(north, 4, 'HubMoved')], [record(south, 7, 'HubMoved')]),
      [[refusal]],
      2,
    );

    expect(told.map(({ network }) => network)).toEqual([north, south]);
    expect(troubles).toEqual([refusal]);
    expect(pauses).toBe(0);
  });

  test('a refusal that may pass is tried again after a pause', async () => {
    const { told, pauses } = await run(storeOf([record(north, 4, 'HubMoved')]), [[new TryAgain()]], 2);

    expect(told).toEqual([
      { network: north, after: 3 },
      { network: north, after: 3 },
    ]);
    expect(pauses).toBe(1);
  });

  test('after a fault it begins again', async () => {
    const fault = new Error('the store went away');

    const { told, troubles } = await run(storeOf(fault, [record(north, 4, 'HubMoved')]), [], 1);

    expect(troubles).toEqual([fault]);
    expect(told).toEqual([{ network: north, after: 3 }]);
  });
});
