/** What the profiler says of the ratios that fall short; to be looked at again whenever the figures are. */
export const causes = `- **W1**: one JavaScript thread carries the product. Of its 235 µs an answer at 64 connections some 75 are HTTP and GraphQL (a balance
  takes 96 in all); the rest, deciding, hashing, sealing, flushing and projecting, is a flat profile in which nothing holds more than a
  tenth: socket writes 10 %, collecting garbage and pg 4 % each, the writer 4 %, the codec 4 %. On one connection nothing is shared:
  a flush, a batch of the projector and their wake-ups for every command, 760 µs.
- **W1b** is two such requests, and \`hand\` does them in two short transactions; three times \`hand\`'s pace would be some 6,900 requests a second.
- **100 banks**: of 64 commands under way hardly two are of one bank, so each has a batch, a layer over the state and records of its own to itself:
  373 µs of own CPU against 267, and a flush for many streams costs PostgreSQL 185 against 145.
- **W4**: PostgreSQL takes rows by COPY and builds indexes as INSERT … SELECT does, and Node decodes, folds and writes them: 21 µs an event, most of
  it decoding and collecting garbage. The longer the history, the less that shows.
- **W5**: 211 µs of own CPU an exchange (a flat profile: socket writes 10 %, collecting garbage 8 %) and as much again waiting for PostgreSQL:
  a past exchange is decided, sealed, chained and stored as a record, and then shown; COPY only writes the row.
- **Growth** is met, and below 1 it says only that nothing grows: the small bank is measured first, and the compiler still works. Pages grew because
  PostgreSQL planned those of long accounts anew each time; now it plans once. A whole start from the snapshot of 1,000,000 exchanges was 1.26 of one
  from that of 10,000 while PostgreSQL sent snapshots as text of twice the length; the shortest start took 2.2 s then and 2.5 s now.
- **EventStoreDB**: each append is an HTTP/2 call of its own, encoded and decoded by the client library in the same thread: 379 µs an answer.`;
