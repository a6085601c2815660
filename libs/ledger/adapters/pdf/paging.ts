/** Totals never stand alone: as many rows come with them. */
const rowsWithTail = 2;

/** How many rows stand on each page, found without keeping any of them. */
export class Paging {
  private readonly full: number[] = [];
  private rows = 0;
  private used = 0;

  /** @param room height for rows on the first page and on every other */
  constructor(private readonly room: { readonly first: number; readonly other: number }) {}

  add(height: number): void {
    if (this.rows > 0 && this.used + height > this.roomHere()) {
      this.full.push(this.rows);
      this.rows = 0;
      this.used = 0;
    }
    this.rows += 1;
    this.used += height;
  }

  /** @param tail height of what comes after the last row, on the same page as it */
  pages(tail: number): readonly number[] {
    if (this.used + tail <= this.roomHere()) return [...this.full, this.rows];
    const carried = Math.max(0, Math.min(rowsWithTail, this.rows - 1));
    return [...this.full, this.rows - carried, carried];
  }

  private roomHere(): number {
    return this.full.length === 0 ? this.room.first : this.room.other;
  }
}
