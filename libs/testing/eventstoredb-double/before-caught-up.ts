import { streams } from './protocol.js';
import { startPassThrough, type PassThrough } from './recording/pass-through.js';

/** A server seen as one before 23.10, which never says that a subscription has caught up. @param url of one that does */
export function startBeforeCaughtUp(url: string): Promise<PassThrough> {
  return startPassThrough(new URL(url).host, {
    change: (path, answer) =>
      path.endsWith('/Read') && streams.ReadResp.deserializeBinary(answer).hasCaughtUp() ? undefined : answer,
  });
}
