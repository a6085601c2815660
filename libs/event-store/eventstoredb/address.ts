/** Options of the address that mean something here; the client prints addresses with any other, password included. */
const options = new Set([
  'tls',
  'tlscafile',
  'usercertfile',
  'userkeyfile',
  'connectionname',
  'defaultdeadline',
  'maxdiscoverattempts',
  'discoveryinterval',
  'gossiptimeout',
  'nodepreference',
  'keepaliveinterval',
  'keepalivetimeout',
]);

const pattern = /^esdb(?:\+discover)?:\/\/(?:[^:@/]+:[^@/]+@)?(?<hosts>[^/?@]+)\/?(?:\?(?<query>.*))?$/;

/** The hosts that an address of EventStoreDB names, without user and password; undefined when it is no such address. */
export function addressOf(url: string): string | undefined {
  const { hosts, query = '' } = pattern.exec(url)?.groups ?? {};
  const names = [...new URLSearchParams(query).keys()].map((name) => name.toLowerCase().replace(/[_-]/g, ''));
  return names.every((name) => options.has(name)) ? hosts : undefined;
}
