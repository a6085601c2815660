import type { Message } from '#kernel';

/** `{…}` is filled with what is written out already. */
export const snippetWords = {
  title: { it: 'La banca del tempo nella tua pagina', en: 'The time bank in your page' },
  lead: {
    it: 'Scegli l’hub, copia il codice, incollalo dove deve stare. I soci entrano, vedono e registrano le loro ore lì.',
    en: 'Choose the hub, copy the code, paste it where it belongs. Members sign in, see and log their hours there.',
  },
  hub: { it: 'Nome breve dell’hub', en: 'Short name of the hub' },
  hubHelp: {
    it: 'Per esempio settimo-milanese. Se più reti hanno un hub con questo nome: rete.hub.',
    en: 'For example settimo-milanese. Where several networks have a hub of this name: network.hub.',
  },
  page: { it: 'Indirizzo della tua pagina (facoltativo)', en: 'Address of your page (optional)' },
  pageHelp: {
    it: 'Ti diciamo se può già chiedere alla banca.',
    en: 'We tell you whether it may ask the bank already.',
  },
  speaks: { it: 'Lingua', en: 'Language' },
  'speaks-page': { it: 'Quella della pagina', en: 'That of the page' },
  'speaks-it': { it: 'Italiano', en: 'Italian' },
  'speaks-en': { it: 'Inglese', en: 'English' },
  theme: { it: 'Aspetto', en: 'Look' },
  'theme-light': { it: 'Chiaro', en: 'Light' },
  'theme-dark': { it: 'Scuro', en: 'Dark' },
  'theme-auto': { it: 'Come il dispositivo', en: 'As the device' },
  colours: { it: 'Colori della tua pagina', en: 'Colours of your page' },
  'colour-text': { it: 'Testo', en: 'Text' },
  'colour-surface': { it: 'Fondo', en: 'Background' },
  'colour-accent': { it: 'Bottoni e link', en: 'Buttons and links' },
  coloursHelp: {
    it: 'Con Bootstrap Italia li prende da sé. Lasciali così se non sai.',
    en: 'With Bootstrap Italia it takes them by itself. Leave them if in doubt.',
  },
  make: { it: 'Prepara il codice', en: 'Make the code' },
  unknownHub: {
    it: 'Nessun hub si chiama «{hub}», o più reti ne hanno uno. Controlla il nome breve con chi amministra la rete.',
    en: 'No hub is called “{hub}”, or several networks have one. Check the short name with whoever administers the network.',
  },
  found: { it: '{hub}, {bank}', en: '{hub}, {bank}' },
  registered: {
    it: '{origin} è registrato per questo hub: la pagina può chiedere alla banca.',
    en: '{origin} is registered for this hub: the page may ask the bank.',
  },
  notRegistered: {
    it: '{origin} non è ancora registrato per questo hub. Chiedi a chi amministra la rete di aggiungerlo agli indirizzi dell’hub; fino ad allora la pagina mostra solo un link.',
    en: '{origin} is not registered for this hub yet. Ask whoever administers the network to add it to the addresses of the hub; until then the page shows a link only.',
  },
  noAddress: {
    it: 'Questo non è un indirizzo di una pagina: comincia con https://.',
    en: 'This is no address of a page: it begins with https://.',
  },
  code: { it: 'Il codice', en: 'The code' },
  codeHelp: {
    it: 'Due righe, sempre la versione più nuova.',
    en: 'Two lines, always the newest version.',
  },
  style: { it: 'Nel foglio di stile della tua pagina', en: 'In the style sheet of your page' },
  division: {
    it: 'Se il tuo editor toglie gli elementi che non conosce',
    en: 'Where your editor takes unknown elements away',
  },
  pinned: { it: 'Una sola versione, che il browser controlla', en: 'One version, which the browser checks' },
  pinnedHelp: {
    it: 'Da rifare a ogni nuova versione del server.',
    en: 'To be made again with each new version of the server.',
  },
  wordpress: { it: 'Con il plugin per WordPress', en: 'With the plugin for WordPress' },
  policy: { it: 'Se la tua pagina ha una Content-Security-Policy', en: 'If your page has a Content-Security-Policy' },
  policyHelp: {
    it: 'Aggiungi queste due fonti, nient’altro: niente cookie, niente caratteri, niente immagini.',
    en: 'Add these two sources, nothing else: no cookie, no font, no picture.',
  },
  legible: { it: 'I colori', en: 'The colours' },
  'pair-text': { it: 'Testo sul fondo', en: 'Text on the background' },
  'pair-links': { it: 'Link sul fondo', en: 'Links on the background' },
  'pair-button': { it: 'Parole sui bottoni', en: 'Words on buttons' },
  enough: { it: '{pair}: {ratio} a 1, si legge.', en: '{pair}: {ratio} to 1, legible.' },
  tooLittle: {
    it: '{pair}: {ratio} a 1, si legge male. Ne servono 4,5: usiamo i nostri colori.',
    en: '{pair}: {ratio} to 1, hard to read. It takes 4.5: we use our own colours.',
  },
  preview: { it: 'Come si vede', en: 'How it looks' },
  previewHelp: {
    it: 'È il vero client. Senza JavaScript qui non c’è niente: in ogni pagina serve.',
    en: 'This is the real client. Without JavaScript nothing is here: every page needs it.',
  },
  ownPage: { it: 'La stessa cosa, in una pagina intera ›', en: 'The same, as a whole page ›' },
} as const satisfies Readonly<Record<string, Message>>;

export type SnippetWord = keyof typeof snippetWords;

export function inWords(
  word: SnippetWord,
  language: 'it' | 'en',
  parts: Readonly<Record<string, string>> = {},
): string {
  return snippetWords[word][language].replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '');
}
