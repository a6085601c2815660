import type { IncomingMessage } from 'node:http';

/**
 * Hands over a request's body once all of it is there: at once where it came together with its head, as it mostly does;
 * never where the request breaks off.
 *
 * @param bytes its length
 */
export function wholeBody(request: IncomingMessage, bytes: number, take: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  let missing = bytes;
  const read = (): void => {
    for (let chunk = readFrom(request); chunk; chunk = readFrom(request)) {
      chunks.push(chunk);
      missing -= chunk.length;
    }
    if (missing > 0) return;
    request.off('readable', read);
    take(Buffer.concat(chunks));
  };
  read();
  if (missing > 0) request.on('readable', read);
}

function readFrom(request: IncomingMessage): Buffer | null {
  return request.read() as Buffer | null;
}
