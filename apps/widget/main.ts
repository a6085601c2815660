import { BancaTempo } from './element/banca-tempo.js';
import { server } from './element/origin.js';

const name = 'banca-tempo';

/** Two pages of one site may each bring the script: the first one counts. */
if (!customElements.get(name)) {
  customElements.define(
    name,
    class extends BancaTempo {
      constructor() {
        super(server);
      }
    },
  );
}

/** Where a page's editor takes unknown elements away, a plain `<div data-banca-tempo="rho">` stands for one. */
function upgrade(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-banca-tempo]')) {
    if (place.querySelector(name)) continue;
    const element = document.createElement(name);
    element.setAttribute('hub', place.dataset['bancaTempo'] ?? '');
    for (const copied of ['theme', 'heading-level', 'history', 'lang']) {
      const value = place.getAttribute(`data-${copied}`);
      if (value !== null) element.setAttribute(copied, value);
    }
    place.replaceChildren(element);
  }
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', upgrade);
else upgrade();
