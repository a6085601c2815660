import { addressOf } from './address.js';

test.each([
  { url: 'esdb://127.0.0.1:2113?tls=false', hosts: '127.0.0.1:2113' },
  { url: 'esdb://store.example:2113', hosts: 'store.example:2113' },
  { url: 'esdb://store.example/', hosts: 'store.example' },
  { url: 'esdb://anna:s%40cret@one:2113,two:2113?tlsCAFile=/etc/ca.crt', hosts: 'one:2113,two:2113' },
  { url: 'esdb+discover://anna:secret@cluster.example?nodePreference=leader', hosts: 'cluster.example' },
  { url: 'esdb://one?tls-ca-file=ca.crt&TLS=true', hosts: 'one' },
  { url: 'http://one:2113', hosts: undefined },
  { url: 'esdb://', hosts: undefined },
  { url: 'esdb://anna@one', hosts: undefined },
  { url: 'esdb://one?tlsVerifyCert=false', hosts: undefined },
  { url: 'esdb://one?throwOnAppendFailure=false', hosts: undefined },
])('$url is at $hosts', ({ url, hosts }) => {
  expect(addressOf(url)).toBe(hosts);
});
