/** What the profiler says of the ratios that fall short; to be looked at again whenever the figures are. */
export const causes = `- **W1**: one JavaScript thread carries the product. Of its 182 µs an answer at 64 connections some 55 are Node's HTTP and the system's sockets;
  the rest, deciding, hashing, flushing and projecting, is a flat profile in which nothing holds more than a tenth. A quarter went since objects
  are built without V8's slow paths: names written behind a spread made a hidden class at every request, which every reader then missed.
  PostgreSQL takes 112 µs: somewhat more than half for the views, of which a quarter is finding places in indexes and an eighth reading ids and numbers
  from text, the rest for the records, of which an eighth makes them safe on disk. With the load all three share two cores. On one connection nothing
  is shared: 634 µs, of which a third are HTTP and sockets, a fifth the kernel's waking of what stands still, and the rest flat: each step runs once,
  and nothing of it is warm from the command before. A tenth went since whoever listens is not woken for what it recorded itself.
- **W1b** is two such requests, and \`hand\` does them in two short transactions; three times \`hand\`'s pace would be some 8,000 requests a second.
- **100 banks**: of 64 commands under way hardly two are of one bank, so each has a batch and records of its own to itself: 243 µs of own CPU
  against 199 in the same run, and a flush for many streams costs PostgreSQL 154 against 116.
- **W4**: Node reads, folds and writes in one thread and is at work for three quarters of the rebuild, 20 to 25 µs an event: a sixth is reading JSON, a
  fifth writing rows as bytes, a seventh the collector. A fifth of the whole is indexes, their statistics and the comparison with what serves. Indexes
  made over two connections at once took as long as over one.
- **W5**: 204 µs of own CPU an exchange. A quarter of the time the file is read, twice, and staged; then a quarter of the thread is sealing and opening
  texts, a fifth encoding and hashing records, a seventh the collector, an eighth PostgreSQL's client. COPY only writes the row. Each round comes behind
  the ones before it in the same store, and the last is the slowest.
- **Growth** is met: banks of any size cost the same. Pages grew because PostgreSQL planned those of long accounts anew each time; now it plans once. A
  whole start from the snapshot of 1,000,000 exchanges was 1.26 of one from that of 10,000 while PostgreSQL sent snapshots as text of twice the length.
- **EventStoreDB**: each append is an HTTP/2 call of its own, and each event comes back once for every reader, encoded and decoded by the client library
  in the same thread, which stands still for a sixth of the time while the server commits.
  Of a start with 1,000,000 entries there, half a second beyond PostgreSQL's was not found: at rest the two reads that it asks of the server take 2 ms
  each, 17 the first time; when it was measured, the server had stored the million a moment before.`;
