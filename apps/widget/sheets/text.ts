import { css } from 'lit';

export const text = css`
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    font: inherit;
  }
  ul,
  ol {
    list-style: none;
  }
  p,
  dd {
    max-inline-size: 36em;
  }
  .title {
    font-size: 1.333em;
    font-weight: 700;
    line-height: 1.25;
    max-inline-size: 27em;
  }
  .section,
  legend {
    font-size: 1.111em;
    font-weight: 600;
    line-height: 1.3;
  }
  .sentence {
    font-size: 1.111em;
    font-weight: 600;
    line-height: 1.3;
  }
  .helper,
  .day,
  .running,
  .facts,
  .quote {
    font-size: max(16px, 0.889em);
    line-height: 1.45;
    color: var(--text-2);
  }
  .one-line {
    min-block-size: 1.5em;
  }
  .figure {
    display: inline-block;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .number {
    text-align: end;
    white-space: nowrap;
    font-weight: 600;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .bank {
    font-weight: 600;
    line-height: 1.3;
  }
  a {
    display: inline-flex;
    align-items: center;
    min-block-size: 48px;
    color: var(--accent);
  }
  .icon {
    inline-size: 24px;
    block-size: 24px;
    flex: none;
    fill: currentcolor;
  }
  :dir(rtl) .turns {
    transform: scaleX(-1);
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 3px solid var(--ring);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--ring-gap);
    border-radius: var(--radius);
  }
`;
