import autocannon from 'autocannon';

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Measured {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly answered: number;
  /** A round ends while some are on their way: they may or may not have been done. */
  readonly sent: number;
}

/**
 * Sends requests over `connections` at once, each as soon as the one before it is answered.
 *
 * @throws when a single answer is not what `accept` expects: a fast refusal is no result
 */
export async function load(
  url: string,
  connections: number,
  seconds: number,
  next: () => Request,
  accept: (status: number, body: string) => boolean,
): Promise<Measured> {
  const wrong: string[] = [];
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 30,
    requests: [
      {
        setupRequest: (request) => ({ ...request, ...next() }),
        onResponse: (status, body) => {
          if (!accept(status, body)) wrong.push(`${String(status)} ${body.slice(0, 300)}`);
        },
      },
    ],
  });
  if (wrong[0] !== undefined || result.errors > 0) {
    throw new Error(`${String(wrong.length)} wrong answers, ${String(result.errors)} errors: ${wrong[0] ?? ''}`);
  }
  const { total: answered, sent } = result.requests;
  return { perSecond: answered / result.duration, p99Ms: result.latency.p99, answered, sent };
}
