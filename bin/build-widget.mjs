import { join } from 'node:path';

import { build, transformWithEsbuild } from 'vite';

import { project } from './settings.mjs';

/** Whatever is being tested around it: members get what is meant for them. */
process.env.NODE_ENV = 'production';

/** One script for hub pages, and the service worker of our own page. */
const SCRIPTS = { 'banca-tempo': 'main.ts', worker: 'offline/worker.ts' };

/** Style sheets and markup stand in template literals, which no minifier touches: their indentation is a fifth of the script. */
const withoutIndentation = {
  name: 'without-indentation',
  enforce: 'pre',
  async transform(code, id) {
    if (!id.includes('/apps/widget/sheets/')) return undefined;
    const [, sheet] = /css`([^]*)`/.exec(code) ?? [];
    if (sheet === undefined) return undefined;
    const { code: small } = await transformWithEsbuild(sheet, 'sheet.css', { loader: 'css', minify: true });
    return { code: code.replace(/css`[^]*`/, () => `css\`${small.trim()}\``), map: null };
  },
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) chunk.code = chunk.code.replace(/\n\s*/g, ' ');
  },
};

for (const [name, entry] of Object.entries(SCRIPTS)) {
  await build({
    configFile: false,
    root: join(project, 'apps', 'widget'),
    logLevel: 'warn',
    plugins: [withoutIndentation],
    esbuild: { target: 'es2022', legalComments: 'none' },
    build: {
      target: 'es2022',
      outDir: join(project, 'dist', 'embed'),
      emptyOutDir: false,
      reportCompressedSize: false,
      lib: { entry, formats: ['iife'], name: 'BancaTempo', fileName: () => `${name}.js` },
    },
  });
}
