import { server } from './origin.js';

/** Set by the build around this script (bin/build-widget.mjs): the integrity of each chapter, and what chapters use of the first script. */
declare const CHAPTERS: Readonly<Record<string, string>>;
declare const SHARED: object;

interface ChapterScript extends HTMLScriptElement {
  bancaTempo?: { readonly shared: object; readonly chapter?: unknown };
}

/**
 * A script element, because browsers hold its integrity and load it again after a failure; what it needs and what it
 * gives hang on the element itself, so that the page's globals stay as they are.
 */
export function loadChapter(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const integrity = CHAPTERS[name] ?? '';
    const script: ChapterScript = document.createElement('script');
    script.bancaTempo = { shared: SHARED };
    script.integrity = integrity;
    script.crossOrigin = 'anonymous';
    script.src = `${server}/embed/${shortHash(integrity)}/${name}.js`;
    script.onload = () => {
      script.remove();
      resolve(script.bancaTempo?.chapter);
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(name));
    };
    document.head.append(script);
  });
}

/** As the server names a version of a file: what its integrity begins with, fit for an address. */
function shortHash(integrity: string): string {
  return integrity.slice(7, 23).replaceAll('+', '-').replaceAll('/', '_');
}
