import { html, type TemplateResult } from 'lit';

/** Outlines of Bootstrap Italia's set (BSD-3-Clause), each named after its file: beside words, never instead of them. */
const outlines = {
  'arrow-right': 'M13.9 5.4l-.7.7 5.3 5.4H3v1h15.5l-5.3 5.4.7.7 6.6-6.6z',
  'arrow-left': 'M21 11.5H5.5l5.3-5.4-.7-.7L3.6 12l6.5 6.6.7-.7-5.3-5.4H21z',
  clock:
    'M11.5 5h1v7.5H7v-1h4.5zM22 12c0 5.5-4.5 10-10 10S2 17.5 2 12 6.5 2 12 2s10 4.5 10 10m-1 0c0-5-4-9-9-9s-9 4-9 9 4 9 9 9 9-4 9-9',
  'check-circle':
    'M17.1 7.9l.7.7-7.8 7.6-4.7-4.6.7-.7 4 3.9zM22 12c0 5.5-4.5 10-10 10S2 17.5 2 12 6.5 2 12 2s10 4.5 10 10m-1 0c0-5-4-9-9-9s-9 4-9 9 4 9 9 9 9-4 9-9',
  error:
    'M11.5 14.2V5.7h1.2v8.5zm-.1 4.1h1.2v-1.8h-1.2zM22 7.9v8.3L16.1 22H7.9L2 16.2V7.9L7.9 2h8.2zm-1 .4L15.7 3H8.3L3 8.3v7.5L8.3 21h7.4l5.3-5.2z',
  'info-circle':
    'M12 2C6.5 2 2 6.5 2 12s4.5 10 10 10 10-4.5 10-10S17.5 2 12 2m0 19c-5 0-9-4-9-9s4-9 9-9 9 4 9 9-4 9-9 9M11.3 6h1.5v2h-1.5zm0 3h1.5v9h-1.5z',
  'chevron-right': 'M9.8 17.2l-.8-.7 4.9-4.9L9 6.7l.8-.7 5.6 5.6z',
  'chevron-left': 'M14.6 17.2L9 11.6 14.6 6l.8.7-4.9 4.9 4.9 4.9z',
} as const;

export type Icon = keyof typeof outlines;

export function icon(name: Icon): TemplateResult {
  const turns = name.endsWith('left') || name.endsWith('right') ? 'turns' : '';
  return html`<svg
    class="icon ${turns}"
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="currentcolor"
    aria-hidden="true"
  >
    <path d=${outlines[name]} />
  </svg>`;
}
