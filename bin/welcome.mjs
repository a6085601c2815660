/** What `npm start` says once the server answers. */
export function welcome({ host, port, dataFolder }) {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return `
Reciproca is running.

  GraphQL    ${address}/graphql   (open it in a browser to look around)
  Health     ${address}/health/ready
  Data       ${dataFolder}

Three things to try, in another terminal:

  npm run token -- --help        a token to act as one of the invented people
  npm run verify                 replays the journals and compares every balance
  npm run import -- --help       what a file of your own would bring in

README.md has a tour of five minutes. Ctrl-C stops everything.
`;
}
