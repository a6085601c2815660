/** What `npm start` says once the server answers. */
export function welcome({ host, port, dataFolder }) {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return `
Reciproca is running.

  For members   ${address}/h/rho
                Sign in as pia.valdorata@demo.example: the code arrives at ${address}/demo/mail
  Hub pages     http://localhost:${port}/demo/comune, /demo/cooperativa and /demo/associazione, for her too
  Webmasters    ${address}/embed
  Look around   ${address}/graphiql   (in a browser)
  GraphQL       ${address}/graphql
  Health        ${address}/health/ready
  Data          ${dataFolder}

Three things to try, in another terminal:

  npm run token -- --as "Pia Valdorata"   a token to act as one of the invented people
  npm run verify                          replays the journals and compares every balance
  npm run import -- --help                what a file of your own would bring in

README.md has a tour of five minutes. Ctrl-C stops everything.
`;
}
