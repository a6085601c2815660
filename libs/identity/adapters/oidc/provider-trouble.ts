/** A provider that cannot be reached, takes too long or has a fault of its own: worth another try later. */
export function isAway(trouble: unknown): boolean {
  for (let cause = trouble; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && (cause.code === 'OAUTH_TIMEOUT' || isNetworkCode(cause.code))) return true;
    if (cause.cause instanceof Response) return cause.cause.status >= 500;
    if (cause.name === 'TimeoutError' || (cause instanceof TypeError && cause.message === 'fetch failed')) return true;
  }
  return false;
}

function isNetworkCode(code: unknown): boolean {
  return typeof code === 'string' && /^E[A-Z]+$|^UND_ERR_/.test(code) && !code.startsWith('ERR_');
}
