import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { readResults } from '../results-file.js';
import { drawings } from './drawing.js';
import { page } from './page.js';

/** Makes docs/benchmarks.md and docs/benchmarks/*.svg from bench/results.json. */
const [pageFile, folder] = ['docs/benchmarks.md', 'docs/benchmarks'];

const results = readResults();
if (!results) throw new Error('There is no bench/results.json yet: run npm run bench.');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, svg] of drawings(results.workloads, results.plots)) writeFileSync(`${folder}/${name}.svg`, svg);

const options = await resolveConfig(pageFile);
const text = page(results, (name) => `benchmarks/${name}.svg`);
writeFileSync(pageFile, await format(text, { ...options, parser: 'markdown' }));
console.log(`${pageFile} is written.`);
