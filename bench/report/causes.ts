/** What the profiler says of the ratios that fall short; to be looked at again whenever the figures are. */
export const causes = `- **W1**: one JavaScript thread carries the product. Of its 181 µs an answer at 64 connections some 55 are Node's HTTP and the system's sockets;
  the rest, deciding, hashing, flushing and projecting, is a flat profile in which nothing holds more than a tenth. A quarter went since objects
  are built without V8's slow paths: names written behind a spread made a hidden class at every request, which every reader then missed.
  PostgreSQL takes 130 µs, and with the load all three share two cores. On one connection nothing is shared: 605 µs, most of it the waking of
  processes that stand still.
- **W1b** is two such requests, and \`hand\` does them in two short transactions; three times \`hand\`'s pace would be some 7,700 requests a second.
- **100 banks**: of 64 commands under way hardly two are of one bank, so each has a batch and records of its own to itself: 267 µs of own CPU
  against 186, and a flush for many streams costs PostgreSQL 142 against 119.
- **W4**, measured before rows went to PostgreSQL as bytes: Node decodes, folds and writes, 21 µs an event, a third of it reading JSON.
- **W5**, measured before pages of the file were read where the last one ended: 211 µs of own CPU an exchange, which is decided, sealed, chained and
  stored as a record, and then shown; COPY only writes the row.
- **Growth** is met, and below 1 it says only that nothing grows: the small bank is measured first, and the compiler still works. Pages grew because
  PostgreSQL planned those of long accounts anew each time; now it plans once. A whole start from the snapshot of 1,000,000 exchanges was 1.26 of one
  from that of 10,000 while PostgreSQL sent snapshots as text of twice the length; the shortest start took 2.2 s then and 2.5 s now.
- **EventStoreDB**: each append is an HTTP/2 call of its own, encoded and decoded by the client library in the same thread: 379 µs an answer.`;
