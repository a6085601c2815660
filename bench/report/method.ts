import type { Results } from '../results-file.js';

/** What a reader needs to know in order to believe the figures, or to repeat them. */
export function method({ machine }: Results): string {
  const { cpu, cores, memoryGiB, system, node, postgres } = machine;
  return `On ${cpu}, ${cores} cores, ${memoryGiB} GiB of memory, ${system}, Node ${node}, PostgreSQL ${postgres} as it comes with the
project and as safe against a power cut as the one that serves. Product, peers, PostgreSQL and the load share the cores, so
absolute figures say little and ratios inside one run are what counts.

- Each contestant is a process of its own on a database of its own, with the same members and the same past. Under load they take
  turns, A B C, then C B A, after a warm-up; a next turn begins when the product's read models hold all that was recorded: their work
  is counted as the product's. The rebuild and the import come before their peers in each round, and nothing is warmed up.
- The figures are medians over the rounds, the worst round stands beside them. A run that judges has five rounds of ten seconds;
  a row that was measured in fewer or shorter ones says so, and its verdict may be another tomorrow.
- The load comes from a process of its own with one kept connection for each of the connections named, each sending the next
  request when the last was answered. A wrong answer ends the run. After every round the books of all are checked: as many
  exchanges as were answered, all hours summing to zero.
- All check the same signed bearer tokens and keep a checked one until it expires. The peers have no hash chain, no
  commitments, no sealed texts, no roles and no row-level security.
- CPU time is what the operating system says: of the contestant's process, and of all of PostgreSQL, for each answer.
- Growth is that of one request at a time, with a server a bank. Another bank beside the measured one warms each server up by 4,000 commands
  and 2,000 pages: Node's compiler is at work for so long, half of it on the other core, and the measured bank stays as short as it is said to be.
  Banks are asked there and back, from the smallest to the largest and the other way round, and each round is the mean of both.
  A page names as many others in a bank of any size: along the entries it is that of a member who exchanges with anybody, along the members
  that of one of ten who exchange among themselves alone.

| contestant | what it is |
| --- | --- |
| product | the server as \`npm start\` runs it: GraphQL, projections and all |
| hand | Fastify and pg: one transaction written by hand, statement by statement |
| fn | Fastify and pg: the same transaction as one stored function |
| rest | Fastify and pg: one prepared SQL for a balance, one for a statement page |
| typical | Nest on Express, Apollo, TypeORM repositories, DataLoader, one transaction per mutation |
| emmett | @event-driven-io/emmett-postgresql: one event appended to a stream of its own, in process |
| limit | one record-sized row an INSERT on each connection, in process: what PostgreSQL gives at all, one durable row at a time |

\`\`\`sh
npm run bench                    # everything, some hours
npm run bench -- --only W1,W3    # some of it; the other rows of results.json stay
npm run bench -- --quick         # three minutes, judges nothing
npm run bench -- --banks         # W1 over 100 banks, failing below 0.8 of one bank
npm run bench -- --against ../other-checkout    # W1 and W3 beside another built checkout, nine pairs, failing where all is surely below 0.9
EVENT_STORE_URL=esdb://… npm run bench -- --only W1    # on an empty EventStoreDB
npm run bench:report             # this page and its plots
\`\`\``;
}
