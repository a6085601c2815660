/** Aborted by Ctrl-C, by `kill`, and when the terminal is closed. */
export function stopSignal() {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop.abort());
  return stop.signal;
}
