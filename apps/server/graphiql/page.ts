import { createHash } from 'node:crypto';
import { examples } from './examples.js';

const script = `
const [token, language, choice, text, variables, result] =
  ['token', 'language', 'choice', 'text', 'variables', 'result'].map((id) => document.getElementById(id));
const examples = JSON.parse(document.getElementById('examples').textContent);
for (const { title } of examples) choice.add(new Option(title));
function show() {
  const { document: query, variables: given } = examples[choice.selectedIndex];
  text.value = query;
  variables.value = JSON.stringify(given ?? {}, null, 2);
}
async function ask(query, given) {
  const headers = { 'content-type': 'application/json', 'accept-language': language.value };
  if (token.value) headers.authorization = 'Bearer ' + token.value.trim();
  const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables: given }) });
  return answer.json();
}
async function run() {
  try {
    result.textContent = JSON.stringify(await ask(text.value, JSON.parse(variables.value || '{}')), null, 2);
  } catch (trouble) {
    result.textContent = String(trouble);
  }
}
token.value = sessionStorage.getItem('token') ?? '';
token.addEventListener('change', () => sessionStorage.setItem('token', token.value));
choice.addEventListener('change', show);
document.getElementById('run').addEventListener('click', run);
document.addEventListener('keydown', (key) => { if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) void run(); });
show();
`;

const style = `
body { font: 16px/1.4 system-ui, sans-serif; margin: 1rem auto; padding: 0 1rem; max-width: 90rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1rem; font-weight: normal; margin: .75rem 0 0; }
label { display: block; margin-top: .75rem; }
input, textarea, select { width: 100%; box-sizing: border-box; font: 16px/1.4 ui-monospace, monospace; padding: .5rem; min-height: 48px; }
button { margin: .75rem 0; padding: .75rem 1.5rem; min-height: 48px; font: inherit; }
pre { background: #f3f3f3; margin: 0; padding: .75rem; min-height: 3rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (min-width: 60rem) { main { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; } }
`;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing from elsewhere, and no script or style but the page's own. */
export const pageLoads: Readonly<Record<string, readonly string[]>> = {
  'connect-src': ["'self'"],
  'script-src': [hashOf(script)],
  'style-src': [hashOf(style)],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

const offered = JSON.stringify(examples).replaceAll('<', '\\u003c');

/** A page to try the API on, from this server alone: no network beyond it is needed. Only in development. */
export const page = `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Reciproca: GraphQL</title><style>${style}</style></head>
<body>
<h1>Reciproca: GraphQL</h1>
<main>
<div>
<label>Token (<code>npm run token -- --as …</code>) <input id="token" autocomplete="off" spellcheck="false"></label>
<label>Lingua <select id="language"><option value="it">Italiano</option><option value="en">English</option></select></label>
<label>Esempi <select id="choice"></select></label>
<label>Documento <textarea id="text" rows="12" spellcheck="false"></textarea></label>
<label>Variabili <textarea id="variables" rows="6" spellcheck="false"></textarea></label>
<button id="run">Chiedi (Ctrl+Invio)</button>
</div>
<section>
<h2>Risposta</h2>
<pre id="result" aria-live="polite"></pre>
</section>
</main>
<script type="application/json" id="examples">${offered}</script>
<script>${script}</script>
</body>
</html>
`;
