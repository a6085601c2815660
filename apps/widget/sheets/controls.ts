import { css } from 'lit';

export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  button,
  a.main {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 48px;
    padding: 8px 16px;
    border: 2px solid transparent;
    border-radius: var(--radius);
    background: none;
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color 120ms,
      border-color 120ms,
      color 120ms;
  }
  .main,
  a.main {
    position: relative;
    min-block-size: 56px;
    background: var(--accent);
    color: var(--on-accent);
  }
  .main[aria-disabled='true'] {
    background: var(--off-soft);
    color: var(--off);
    cursor: default;
  }
  .soft {
    min-block-size: 56px;
    background: var(--surface);
    border-color: var(--line);
  }
  .soft.small {
    min-block-size: 48px;
  }
  .back {
    padding-inline: 0 16px;
    margin-inline-start: -6px;
    justify-self: start;
    color: var(--accent);
  }
  .twins .main {
    min-block-size: 72px;
    flex-direction: column;
    gap: 4px;
  }
  .stacked .chips .chip {
    flex: none;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .chip {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 48px;
    padding: 8px 16px;
    border: 2px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    cursor: pointer;
  }
  .chip input {
    position: absolute;
    inset: 0;
    opacity: 0;
    margin: 0;
    inline-size: 100%;
    block-size: 100%;
    cursor: pointer;
  }
  .chip .icon {
    display: none;
  }
  .chip:has(:checked) {
    border-color: var(--accent);
    background: var(--soft);
    font-weight: 600;
  }
  .chip:has(:checked) .icon {
    display: block;
    fill: var(--accent);
  }
  .chip:has(:focus-visible) {
    outline: 3px solid var(--ring);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--ring-gap);
  }
  .stacked .chips {
    flex-flow: column nowrap;
    align-items: stretch;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .field label {
    font-weight: 600;
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    inline-size: 100%;
    max-inline-size: 36em;
    min-block-size: 56px;
    padding: 8px 12px;
    border: 2px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    inline-size: 100%;
    min-block-size: 64px;
    padding: 8px 0;
    border: 0;
    border-block-end: 1px solid var(--border);
    border-radius: 0;
    text-align: start;
    font-weight: 400;
  }
  .link {
    font-weight: 600;
  }
  button.row:focus-visible {
    outline-offset: -3px;
    box-shadow: none;
  }
  details.row {
    display: block;
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-block-size: 48px;
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details[open] summary .icon {
    transform: rotate(90deg);
  }
  details > * + * {
    margin-block: 8px;
  }
  .part-open,
  .erasing {
    display: grid;
    gap: 16px;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
  }
  .part-open > *,
  .erasing > * {
    inline-size: 100%;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 48px;
    cursor: pointer;
  }
  .check input {
    inline-size: 24px;
    block-size: 24px;
    flex: none;
    accent-color: var(--accent);
  }
  @media (hover: hover) and (pointer: fine) {
    .main:not([aria-disabled='true']):hover {
      background: var(--hover);
    }
    .soft:hover,
    .chip:hover,
    button.row:hover {
      background: var(--soft);
    }
    input:not([type='radio'], [type='checkbox']):hover,
    select:hover,
    textarea:hover {
      border-color: var(--text);
    }
  }
  .main:not([aria-disabled='true']):active {
    background: var(--active);
  }
  @media (prefers-reduced-motion: reduce) {
    button {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .chip:has(:checked) {
      border-color: Highlight;
    }
    .main {
      border-color: ButtonText;
    }
  }
`;
