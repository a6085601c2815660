const WAIT_MS_MAX = 5_000;
const PAUSE_MS = 10;

/**
 * For what comes true a moment later: asks again until the probe neither throws nor rejects, and answers with what it gave.
 *
 * @throws the probe's last error once five seconds (or `waitMsMax`) have passed
 */
export async function eventually<T>(probe: () => T | Promise<T>, waitMsMax = WAIT_MS_MAX): Promise<T> {
  const end = performance.now() + waitMsMax;
  for (;;) {
    try {
      return await probe();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
