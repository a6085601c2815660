import { css } from 'lit';

/** One column; by the width of the element and not of the window. */
export const layout = css`
  .head,
  .view,
  .foot {
    padding: 16px;
  }
  .head {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 4px 16px;
    align-items: center;
    border-block-end: 1px solid var(--border);
  }
  .head > :first-child {
    grid-column: 1 / -1;
  }
  .hub {
    grid-column: 1;
  }
  .me {
    grid-column: 2;
    max-inline-size: 10em;
  }
  .view {
    min-block-size: 24em;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    background: var(--surface-2);
    border-block-start: 1px solid var(--border);
    border-radius: 0 0 var(--radius) var(--radius);
  }
  /* A dot between two that stand in one line: before the first of a line it lies beyond the edge, and is not seen. */
  .beside {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 16px;
    overflow-x: clip;
    /* Room for a ring. */
    padding-inline: 6px;
    margin-inline: -6px;
  }
  .beside > * + * {
    position: relative;
    white-space: nowrap;
  }
  .beside > * + *::before {
    content: '·';
    content: '·' / '';
    position: absolute;
    inset-inline-end: calc(100% + 6px);
    inline-size: 4px;
    text-align: center;
    color: var(--text-2);
  }
  .foot-links {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .form,
  .sign-in,
  .history,
  .detail,
  .home,
  .main-column,
  .side-column {
    display: grid;
    gap: 24px;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .home,
  .main-column,
  .side-column {
    gap: 32px;
  }
  .sign-in {
    gap: 16px;
  }
  section,
  fieldset,
  .balance {
    display: grid;
    gap: 8px;
    grid-template-columns: minmax(0, 1fr);
    min-inline-size: 0;
  }
  section.sign-in {
    gap: 16px;
  }
  legend {
    padding: 0;
    margin-block-end: 8px;
  }
  .rows {
    display: grid;
    border-block-start: 1px solid var(--border);
  }
  .balance {
    gap: 4px;
  }
  .balance-line {
    display: grid;
    gap: 4px;
    border-radius: var(--radius);
  }
  .balance-label {
    color: var(--text-2);
  }
  .balance-figure {
    font-size: 2.25em;
    font-weight: 700;
    line-height: 1.1;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .balance-side {
    font-size: 1.333em;
    font-weight: 700;
    line-height: 1.25;
  }
  .twins,
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .pair > button {
    padding-inline: 8px;
  }
  .cards,
  .days {
    display: grid;
    gap: 16px;
    align-items: start;
  }
  @container tb (max-width: 339px) {
    .head,
    .view,
    .foot {
      padding: 12px;
    }
    .balance-figure {
      font-size: 1.778em;
    }
    .chip {
      flex: 1 1 40%;
    }
    .facts-table div,
    .timeline li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container tb (min-width: 340px) {
    .twins,
    .pair {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @container tb (min-width: 600px) {
    .card,
    .view {
      padding: 24px;
    }
    .head,
    .foot {
      padding-inline: 24px;
    }
    .head > :first-child {
      grid-column: 1;
    }
    .me {
      grid-row: 1 / span 2;
    }
    .cards,
    .days {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .cards > :only-child {
      grid-column: 1 / -1;
    }
    .form > .main,
    .form > .soft,
    .part-open > .main,
    .part-open > .soft,
    .sign-in > .main,
    .history > .soft,
    .detail > .soft {
      justify-self: start;
      inline-size: auto;
      min-inline-size: 14em;
    }
    .line {
      grid-template-columns: 5em minmax(0, 1fr) auto;
      align-items: center;
    }
    .line .day {
      grid-column: auto;
    }
    .line .who:first-child {
      grid-column: 1 / 3;
    }
    .form {
      max-inline-size: 36em;
    }
  }
  @container tb (min-width: 600px) and (max-width: 899px) {
    .home .rows {
      grid-auto-flow: column;
      gap: 24px;
    }
  }
  @container tb (min-width: 900px) {
    .home {
      grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
      gap: 48px;
    }
    .cards {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
