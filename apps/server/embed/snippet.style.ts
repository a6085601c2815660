export const snippetStyle = `
:root { color-scheme: light dark; --text: #1a1a1a; --second: #455a6b; --surface: #ffffff; --soft: #f5f7fa; --edge: #c5c7c9; --line: #5d7083; --accent: #0066cc; --on-accent: #ffffff; --ok: #006b47; --wait: #7a4a00; --bad: #b3253f; }
@media (prefers-color-scheme: dark) { :root { --text: #f2f4f6; --second: #b6c2cd; --surface: #12181f; --soft: #1b232c; --edge: #3a4653; --line: #8797a6; --accent: #7ab8ff; --on-accent: #0a1a2b; --ok: #6fd3a8; --wait: #f2c063; --bad: #ff9aab; } }
body { font: 18px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: var(--text); background: var(--surface); margin: 0 auto; padding: 16px; max-width: 48rem; overflow-wrap: anywhere; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 16px; }
h2 { font-size: 24px; line-height: 1.25; margin: 48px 0 16px; }
h3 { font-size: 20px; line-height: 1.3; font-weight: 600; margin: 32px 0 8px; }
p { margin: 0 0 16px; max-width: 36em; }
ul { margin: 0; padding: 0 0 0 24px; }
.other { text-align: end; margin: 0; max-width: none; }
.note, small { font-size: 16px; line-height: 1.45; color: var(--second); }
p:is(.ok, .wait, .bad) { display: flex; gap: 8px; }
p svg { flex: none; width: 24px; height: 24px; fill: currentColor; }
.ok { color: var(--ok); }
.wait { color: var(--wait); }
.bad { color: var(--bad); font-weight: 400; }
form { display: grid; gap: 24px; margin: 24px 0 0; }
.field { display: grid; gap: 4px; }
label, legend { font-weight: 600; padding: 0; }
fieldset { display: flex; flex-wrap: wrap; gap: 8px 24px; border: 0; margin: 0; padding: 0; }
legend, fieldset small { width: 100%; }
.choice { display: flex; align-items: center; gap: 8px; min-height: 48px; font-weight: 400; }
input:not([type=radio], [type=color]) { font: inherit; box-sizing: border-box; width: 100%; min-height: 56px; padding: 0 16px; color: inherit; background: var(--surface); border: 2px solid var(--line); border-radius: 8px; }
input[type=radio] { width: 24px; height: 24px; margin: 0; accent-color: var(--accent); }
input[type=color] { width: 48px; height: 48px; padding: 4px; border: 2px solid var(--line); border-radius: 8px; background: var(--surface); }
button { font: inherit; font-weight: 600; min-height: 56px; padding: 0 32px; color: var(--on-accent); background: var(--accent); border: 2px solid transparent; border-radius: 8px; cursor: pointer; }
@media (min-width: 600px) { button { justify-self: start; min-width: 16em; } }
pre { font: 16px/1.45 ui-monospace, monospace; white-space: pre-wrap; background: var(--soft); border: 1px solid var(--edge); border-radius: 8px; padding: 16px; margin: 0; }
a { color: var(--accent); }
.other a, a.way { display: inline-block; padding: 12px 0; }
:is(a, button, input, pre):focus-visible { outline: 3px solid var(--text); outline-offset: 2px; }
`;
