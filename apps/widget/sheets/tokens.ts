import { css } from 'lit';

/**
 * Values: our public property, then Bootstrap Italia's, then our own. Nothing else of the page is read. What has focus is
 * ringed inside: a page that rings whatever has focus does not ring the whole element.
 */
export const tokens = css`
  :host {
    display: block !important;
    outline: none !important;
    box-shadow: none !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .tb {
    all: initial;
    display: block;
    container: tb / inline-size;
    --font: var(--tb-font, var(--bs-body-font-family, system-ui, 'Segoe UI', Roboto, sans-serif));
    --size: var(--tb-size, max(18px, 1.125rem));
    --text: var(--tb-text, var(--bs-body-color, #1a1a1a));
    --surface: var(--tb-surface, var(--bs-body-bg, #ffffff));
    --accent: var(--tb-accent, var(--bs-primary, #0066cc));
    --on-accent: var(--tb-on-accent, #ffffff);
    --border: var(--bs-border-color, #c5c7c9);
    --radius: var(--tb-radius, var(--bs-border-radius, 8px));
    --text-2: #455a6b;
    --surface-2: #f5f7fa;
    --line: #5d7083;
    --hover: color-mix(in srgb, var(--accent) 80%, black);
    --active: color-mix(in srgb, var(--accent) 60%, black);
    --soft: color-mix(in srgb, var(--accent) 8%, white);
    --ok: #006b47;
    --ok-soft: #eaf6f1;
    --wait: #7a4a00;
    --wait-soft: #fdf4e3;
    --bad: #b3253f;
    --bad-soft: #fceef1;
    --off: #4f6172;
    --off-soft: #e9ecef;
    --ring: #000000;
    --ring-gap: #ffffff;
    font: 400 var(--size) / 1.5 var(--font);
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    text-align: start;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
  }
  .tb.plain-colours {
    --text: #1a1a1a;
    --surface: #ffffff;
    --accent: #0066cc;
    --on-accent: #ffffff;
  }
  .tb.dark {
    --text: var(--tb-text, #f2f4f6);
    --surface: var(--tb-surface, #12181f);
    --accent: var(--tb-accent, #7ab8ff);
    --on-accent: var(--tb-on-accent, #0a1a2b);
    --border: #3a4653;
    --text-2: #b6c2cd;
    --surface-2: #1b232c;
    --line: #8797a6;
    --hover: color-mix(in srgb, var(--accent) 70%, white);
    --active: color-mix(in srgb, var(--accent) 45%, white);
    --soft: color-mix(in srgb, var(--accent) 18%, var(--surface));
    --ok: #6fd3a8;
    --ok-soft: #123528;
    --wait: #f2c063;
    --wait-soft: #3a2a0c;
    --bad: #ff9aab;
    --bad-soft: #431a23;
    --off: #93a2b0;
    --off-soft: #26303a;
    --ring: #ffffff;
    --ring-gap: #000000;
    color-scheme: dark;
  }
  .tb.dark.plain-colours {
    --text: #f2f4f6;
    --surface: #12181f;
    --accent: #7ab8ff;
    --on-accent: #0a1a2b;
  }
  .tb *,
  .tb *::before,
  .tb *::after {
    box-sizing: border-box;
  }
  .probe {
    display: none;
    color: var(--accent);
    background: var(--on-accent);
  }
  .heard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
