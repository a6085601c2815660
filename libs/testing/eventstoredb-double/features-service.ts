import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';

import { features, type Features, type Messages } from './protocol.js';
import type { Striking } from './striking.js';

export const SERVER_VERSION = '23.10.6';

/** What clients ask about before they choose how to append. */
const METHODS = [
  { service: 'event_store.client.streams.streams', method: 'read', list: ['position', 'events'] },
  { service: 'event_store.client.streams.streams', method: 'append', list: [] },
  { service: 'event_store.client.streams.streams', method: 'batchappend', list: ['deadline_duration'] },
  { service: 'event_store.client.server_features.serverfeatures', method: 'getsupportedmethods', list: [] },
];

type Call = ServerUnaryCall<Messages.Empty, Features.SupportedMethods>;

export function supportedMethods(
  striking: Striking,
): (call: Call, answer: sendUnaryData<Features.SupportedMethods>) => void {
  return (call, answer) => {
    striking.read('features', call, () => {
      const supported = METHODS.map(({ service, method, list }) =>
        new features.SupportedMethod().setServiceName(service).setMethodName(method).setFeaturesList(list),
      );
      const methods = new features.SupportedMethods().setMethodsList(supported);
      answer(null, methods.setEventStoreServerVersion(SERVER_VERSION));
    });
  };
}
