import type { Page, PageOf } from '#ledger';

const size = 100;

/** All rows of a list, from its beginning, a page at a time: nobody holds more than one. */
export async function* allOf<Row>(
  read: (page: PageOf<number>) => Promise<Page<Row>>,
  keyOf: (row: Row) => number,
): AsyncIterable<Row> {
  let from: number | undefined;
  for (;;) {
    const { rows, hasMore } = await read({ size, backwards: false, ...(from !== undefined && { from }) });
    yield* rows;
    const last = rows.at(-1);
    if (!hasMore || !last) return;
    from = keyOf(last);
  }
}
