import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { build, transformWithEsbuild } from 'vite';

import { keepingMethods, withOwnMethods } from './own-methods.mjs';
import { project } from './settings.mjs';

/** Whatever is being tested around it: members get what is meant for them. */
process.env.NODE_ENV = 'production';

const root = join(project, 'apps', 'widget');
const chapters = readdirSync(join(root, 'chapters')).map((file) => file.replace('.ts', ''));
const first = 'banca-tempo.js';
const made = join(project, 'dist', 'embed');

/** Style sheets and markup stand in template literals, which no minifier touches: their indentation is a fifth of the script. */
const withoutIndentation = {
  name: 'without-indentation',
  enforce: 'pre',
  async transform(code, id) {
    if (!id.includes('/apps/widget/sheets/')) return undefined;
    const [, sheet] = /css`([^]*)`/.exec(code) ?? [];
    if (sheet === undefined) return undefined;
    const { code: small } = await transformWithEsbuild(sheet, 'sheet.css', { loader: 'css', minify: true });
    // What a sheet escapes is escaped once more: it stands in a literal of the script.
    const literal = small.trim().replaceAll('\\', '\\\\');
    return { code: code.replace(/css`[^]*`/, () => `css\`${literal}\``), map: null };
  },
};

/** Every sentence of ours has its id (words/words.ts), so nothing ever makes one from its text. */
const withoutMadeIds = {
  name: 'without-made-ids',
  load(id) {
    if (!id.endsWith('/@lit/localize/internal/id-generation.js')) return undefined;
    return `export const generateMsgId = () => { throw new Error('a sentence without an id'); };`;
  },
};

/**
 * One script that a page loads, and one for each chapter that it loads itself. All are plain scripts: a chapter finds
 * what it uses of the first on its own script element (element/chapter-script.ts), and the first holds the integrity of
 * every chapter, so that a page that pins the first has pinned them all.
 */
const inChapters = {
  name: 'in-chapters',
  buildStart() {
    for (const chapter of chapters) {
      this.emitFile({
        type: 'chunk',
        id: join(root, 'chapters', `${chapter}.ts`),
        fileName: `${chapter}.js`,
        implicitlyLoadedAfterOneOf: [join(root, 'main.ts')],
        preserveSignature: 'strict',
      });
    }
  },
  async generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) chunk.code = withOwnMethods(chunk.code, (code) => this.parse(code));
    const keeping = keepingMethods(Object.values(bundle).map(({ code }) => code));
    const integrities = {};
    for (const chapter of chapters) {
      const file = `${chapter}.js`;
      const { body, given } = parts(bundle[file].code);
      const hung = 'document.currentScript.bancaTempo';
      const before = `const SHARED = ${hung}.shared; const { METHODS } = SHARED;`;
      bundle[file].code = await small(`${before} ${body} ${hung}.chapter = ${given};`);
      integrities[chapter] = integrityOf(bundle[file].code);
    }
    const { body, given } = parts(bundle[first].code);
    const before = `const METHODS = ${keeping}; const SHARED = { METHODS }; const CHAPTERS = ${JSON.stringify(integrities)};`;
    bundle[first].code = await small(`${before} ${body} Object.assign(SHARED, ${given});`);
  },
};

/** A module's body with what it takes of the first script, and what it gives, as an object. */
function parts(code) {
  let given = '{}';
  const body = code
    .replace(/^import \{([^}]*)\} from "\.\/banca-tempo\.js";$/gm, (_, names) => `const {${renamed(names)}} = SHARED;`)
    .replace(/^export \{([^}]*)\};$/gm, (_, names) => {
      given = `{${names.replace(/([\w$]+) as ([\w$]+)/g, '$2: $1')}}`;
      return '';
    });
  if (/^(import|export)\b/m.test(body)) throw new Error('A chapter may use the first script, and no other chapter.');
  return { body, given };
}

function renamed(names) {
  return names.replace(/([\w$]+) as ([\w$]+)/g, '$1: $2');
}

async function small(code) {
  const alone = `(() => { ${code} })();`;
  const { code: shorter } = await transformWithEsbuild(alone, 'script.js', { minify: true, legalComments: 'none' });
  return shorter.replace(/\n\s*/g, ' ');
}

function integrityOf(text) {
  return `sha384-${createHash('sha384').update(text).digest('base64')}`;
}

const common = {
  configFile: false,
  root,
  logLevel: 'warn',
  esbuild: { target: 'es2022', legalComments: 'none' },
};

await build({
  ...common,
  plugins: [withoutIndentation, withoutMadeIds, inChapters],
  build: {
    target: 'es2022',
    minify: false,
    outDir: made,
    emptyOutDir: true,
    reportCompressedSize: false,
    lib: { entry: 'main.ts', formats: ['es'], fileName: () => first },
    rollupOptions: { preserveEntrySignatures: 'allow-extension' },
  },
});

/** The service worker of our own page keeps exactly the scripts of this build. */
const scripts = [first, ...chapters.map((chapter) => `${chapter}.js`)].map((file) => {
  const digest = createHash('sha384')
    .update(readFileSync(join(made, file)))
    .digest('base64url');
  return `/embed/${digest.slice(0, 16)}/${file}`;
});
await build({
  ...common,
  define: { SCRIPTS: JSON.stringify(scripts) },
  build: {
    target: 'es2022',
    outDir: made,
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: { entry: 'offline/worker.ts', formats: ['iife'], name: 'worker', fileName: () => 'worker.js' },
  },
});
