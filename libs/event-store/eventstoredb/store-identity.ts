import { binaryEvent, ErrorType, NO_STREAM, type EventStoreDBClient } from '@eventstore/db-client';
import { appendFailure, isOfType, readFailure } from './store-errors.js';

/** A stream without a category, so that nobody subscribes to it. The id of its first event is the store's. */
export const storeStream = 'reciproca';

/** A UUID made by the first process that asks; whoever comes second, even at the same moment, finds it. */
export class StoreIdentity {
  private id: string | undefined;

  constructor(private readonly client: EventStoreDBClient) {}

  /** @throws StoreUnavailable, OutcomeUnknown */
  async read(): Promise<string> {
    this.id ??= await this.find();
    while (this.id === undefined) {
      await this.make();
      this.id = await this.find();
    }
    return this.id;
  }

  private async find(): Promise<string | undefined> {
    let found: string | undefined;
    try {
      for await (const { event } of this.client.readStream(storeStream, { maxCount: 1, requiresLeader: true })) {
        found = event?.id;
      }
    } catch (cause) {
      if (!isOfType(cause, ErrorType.STREAM_NOT_FOUND)) throw readFailure(cause);
    }
    return found;
  }

  private async make(): Promise<void> {
    const opened = binaryEvent({ type: 'StoreOpened', data: new Uint8Array(0) });
    try {
      await this.client.appendToStream(storeStream, opened, { expectedRevision: NO_STREAM, requiresLeader: true });
    } catch (cause) {
      if (!isOfType(cause, ErrorType.WRONG_EXPECTED_VERSION)) throw appendFailure(cause);
    }
  }
}
