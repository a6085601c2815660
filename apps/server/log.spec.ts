import { openLog } from './log.js';

const secret = 'Gina Segreta';

test.each([
  ['a header', { authorization: `Bearer ${secret}` }],
  ['the headers of a request', { req: { headers: { authorization: secret } } }],
  ['variables', { request: { variables: { input: { note: secret } } } }],
  ['a body', { req: { body: secret } }],
  ["the parameters of a failed query, and PostgreSQL's detail of it", fault({ parameters: [secret], detail: secret })],
  ['what PostgreSQL says of a value', fault({ where: `unnamed portal parameter $1 = '${secret}'` })],
  ['the cause of a fault', { err: new Error('a fault', { cause: Object.assign(new Error(), { detail: secret }) }) }],
])('%s is left out, and the rest is said', (_, facts) => {
  const lines: string[] = [];
  openLog('trace', { write: (line) => lines.push(line) }).error({ ...facts, correlation: 'kept' }, 'a fault');
  expect(lines.join()).not.toContain(secret);
  expect(lines.join()).toContain('"correlation":"kept"');
});

function fault(facts: object): object {
  return { err: Object.assign(new Error('a fault'), facts) };
}
