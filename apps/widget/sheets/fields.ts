import { css } from 'lit';

/** The fields of the sign-in stand in the page: whatever it says of them, they look as ours do. */
export const fields = css`
  ::slotted(form) {
    display: none !important;
  }
  ::slotted(.tb-label) {
    display: block !important;
    position: static !important;
    transform: none !important;
    margin: 0 0 4px !important;
    padding: 0 !important;
    font: 600 1em / 1.5 var(--font) !important;
    color: var(--text) !important;
    background: none !important;
  }
  ::slotted(.form-control) {
    display: block !important;
    box-sizing: border-box !important;
    inline-size: 100% !important;
    max-inline-size: 36em !important;
    block-size: auto !important;
    min-block-size: 56px !important;
    margin: 0 0 4px !important;
    padding: 8px 12px !important;
    border: 2px solid var(--line) !important;
    border-radius: var(--radius) !important;
    background: var(--surface) !important;
    color: var(--text) !important;
    font: 400 1em / 1.5 var(--font) !important;
    box-shadow: none !important;
  }
  ::slotted(.form-control:focus-visible) {
    outline: 3px solid var(--ring) !important;
    outline-offset: 2px !important;
    box-shadow: 0 0 0 2px var(--ring-gap) !important;
  }
  ::slotted(.tb-wrong) {
    border-color: var(--bad) !important;
  }
  ::slotted(.tb-note),
  ::slotted(.tb-problem) {
    display: block !important;
    margin: 0 0 8px !important;
    max-inline-size: 36em !important;
    font: 400 max(16px, 0.889em) / 1.45 var(--font) !important;
    color: var(--text-2) !important;
  }
  ::slotted(.tb-next) {
    margin-block-start: 16px !important;
  }
  ::slotted(.tb-problem) {
    display: flex !important;
    gap: 8px !important;
    color: var(--bad) !important;
    font-weight: 600 !important;
  }
`;
