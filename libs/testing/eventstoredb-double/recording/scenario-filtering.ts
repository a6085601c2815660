import { Client, credentials } from '@grpc/grpc-js';

import { messages, streams, streamsService, type Streams } from '../protocol.js';
import type { Scenario } from './scenario-steps.js';

/** The server filters reads as well; this client offers it for subscriptions alone, so it is asked directly. */
export async function filtering({ url, step }: Scenario): Promise<void> {
  const client = new Client(new URL(url).host, credentials.createInsecure());
  const { FORWARDS, BACKWARDS } = streams.ReadReq.Options.ReadDirection;
  const start = new streams.ReadReq.Options.AllOptions().setStart(new messages.Empty());
  const end = new streams.ReadReq.Options.AllOptions().setEnd(new messages.Empty());
  await step('the first of two categories', () =>
    answered(client, filtered().setAll(start).setReadDirection(FORWARDS)),
  );
  await step('the last of two categories', () => answered(client, filtered().setAll(end).setReadDirection(BACKWARDS)));
  client.close();
}

function filtered(): Streams.ReadReq.Options {
  const { FilterOptions, UUIDOption } = streams.ReadReq.Options;
  const prefixes = new FilterOptions.Expression().setPrefixList(['journal-', 'bytes-']);
  const filter = new FilterOptions().setStreamIdentifier(prefixes).setMax(7).setCheckpointintervalmultiplier(1);
  return new streams.ReadReq.Options()
    .setCount('12')
    .setFilter(filter)
    .setUuidOption(new UUIDOption().setString(new messages.Empty()));
}

function answered(client: Client, options: Streams.ReadReq.Options): Promise<void> {
  const { path, requestSerialize, responseDeserialize } = streamsService.read;
  const request = new streams.ReadReq().setOptions(options);
  const call = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request);
  return new Promise((resolve, reject) => {
    call.resume().on('end', resolve).on('error', reject);
  });
}
