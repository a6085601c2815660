/** EventStoreDB cannot be used as it is set: one sentence for whoever runs the server. */
export class EventStoreDbRefused extends Error {
  override readonly name = 'EventStoreDbRefused';
}
