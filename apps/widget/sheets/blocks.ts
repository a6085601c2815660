import { css } from 'lit';

/** What stands in the column: cards, lines, notes. */
export const blocks = css`
  .card {
    display: grid;
    gap: 8px;
    padding: 16px;
    border: 1px solid var(--border);
    border-radius: var(--radius);
  }
  .declining {
    display: grid;
    gap: 24px;
    padding-block-start: 8px;
  }
  .lines > li:first-child .row {
    border-block-start: 1px solid var(--border);
  }
  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
  }
  .line .day {
    grid-column: 1 / -1;
  }
  .who {
    display: grid;
  }
  .running {
    grid-column: 1 / -1;
    text-align: end;
  }
  .waiting {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 16px;
    align-items: center;
    padding-block: 12px;
    border-block-end: 1px solid var(--border);
  }
  .waiting > span {
    text-align: end;
  }
  .waiting .asking,
  .waiting .problem {
    grid-column: 1 / -1;
  }
  .asking {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
  }
  .form > .asking {
    display: grid;
  }
  .summary {
    display: grid;
    gap: 8px;
    padding: 16px;
    border-radius: var(--radius);
    background: var(--soft);
  }
  .note-box,
  .result,
  .problem,
  .state,
  .done {
    display: flex;
    gap: 8px;
    max-inline-size: none;
  }
  .note-box,
  .done {
    padding: 12px 16px;
    border: 1px solid var(--border);
    border-radius: var(--radius);
  }
  .note-box.wait {
    background: var(--wait-soft);
    color: var(--wait);
  }
  .note-box.ok,
  .done {
    background: var(--ok-soft);
    color: var(--ok);
  }
  .note-box a {
    color: inherit;
  }
  .result,
  .state.ok {
    color: var(--ok);
    font-weight: 600;
  }
  .state.wait {
    color: var(--wait);
    font-weight: 600;
  }
  .state.quiet {
    color: var(--text-2);
    font-weight: 600;
  }
  .problem {
    color: var(--bad);
    font-weight: 600;
  }
  .missing {
    display: grid;
    padding: 12px 16px;
    border: 2px solid var(--bad);
    border-radius: var(--radius);
    background: var(--bad-soft);
    color: var(--bad);
  }
  .missing .row:last-child {
    border-block-end: 0;
  }
  .done {
    font-size: 1.111em;
    font-weight: 600;
  }
  .done p + p {
    margin-block-start: 8px;
  }
  .other-time {
    display: grid;
    gap: 16px;
    padding-block-start: 16px;
  }
  .stepper {
    display: grid;
    grid-template-columns: 56px minmax(0, 6em) 56px;
    gap: 8px;
  }
  .stepper input {
    text-align: center;
  }
  .step {
    padding: 0;
    font-size: 1.333em;
  }
  .total {
    font-weight: 600;
  }
  .facts-table {
    display: grid;
    gap: 8px;
  }
  .facts-table div {
    display: grid;
    grid-template-columns: 8em minmax(0, 1fr);
    gap: 0 16px;
  }
  .facts-table dt {
    color: var(--text-2);
  }
  .timeline {
    display: grid;
    gap: 12px;
  }
  .timeline li {
    display: grid;
    grid-template-columns: 8em minmax(0, 1fr);
    gap: 0 16px;
  }
  .skeleton {
    display: grid;
    gap: 16px;
    animation: appear 0s 300ms both;
  }
  .skeleton div {
    block-size: 64px;
    border-radius: var(--radius);
    background: var(--surface-2);
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  .idle {
    animation: hide 0s 400ms forwards;
  }
  .sending {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    animation: appear 0s 400ms both;
  }
  @keyframes hide {
    to {
      visibility: hidden;
    }
  }
`;
