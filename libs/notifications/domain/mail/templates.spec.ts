import type { MailFacts } from './mail-words.js';
import { letterOf } from './templates.js';

const settimo = { bank: 'Banca del tempo di Settimo', hub: 'Settimo', phone: '02 5555 1234' };
const code = { ...settimo, code: '482913', until: '10:52' };
const changed = { ...settimo, day: 'domenica 22 novembre 2026' };

/** What a reader sees of HTML: the words, a space for each tag. */
function wordsIn(html: string): string {
  return html
    .replace(/<(style|title)>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
    .trim();
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe('the mail with a code', () => {
  test('in Italian', () => {
    const letter = letterOf('code', 'it', code);
    expect(letter.from).toBe('Banca del tempo di Settimo');
    expect(letter.subject).toBe('Il tuo codice: 482913');
    expect(letter.replyTo).toBeUndefined();
    expect(flat(letter.text)).toBe(
      'Banca del tempo di Settimo ' +
        'Ecco il codice per entrare nella Banca del tempo di Settimo: 482 913. ' +
        "Scrivilo nella pagina dove l'hai chiesto. Non darlo a nessuno: non te lo chiederemo mai. " +
        "Non l'hai chiesto? Non fare niente. " +
        '-- Ricevi questa e-mail perché fai parte della Banca del tempo di Settimo. ' +
        'Serve aiuto? Sportello Settimo, 02 5555 1234.',
    );
    expect(wordsIn(letter.html)).toMatch(/^Vale fino alle 10:52, una volta sola\. Banca del tempo/);
  });

  test('in English', () => {
    const letter = letterOf('code', 'en', code);
    expect(letter.subject).toBe('Your code: 482913');
    expect(flat(letter.text)).toBe(
      'Banca del tempo di Settimo ' +
        'Here is the code to sign in to Banca del tempo di Settimo: 482 913. ' +
        'Enter it on the page where you asked for it. Give it to nobody: we never ask for it. ' +
        'Not you? Do nothing. ' +
        '-- You receive this because you are a member of Banca del tempo di Settimo. ' +
        'Need help? Settimo desk, 02 5555 1234.',
    );
    expect(wordsIn(letter.html)).toMatch(/^It holds until 10:52, once\. Banca del tempo/);
  });
});

test('the mail to a new address names nobody, and its code is the one thing to read', () => {
  const letter = letterOf('new-address', 'it', { ...code, deskEmail: 'sportello@settimo.example' });
  expect(letter.subject).toBe('Conferma questo indirizzo: 482913');
  expect(letter.replyTo).toBe('sportello@settimo.example');
  expect(flat(letter.text)).toContain(
    'Ecco il codice per usare questo indirizzo nella Banca del tempo di Settimo: 482 913.',
  );
  expect(flat(letterOf('new-address', 'en', code).text)).toContain('Not you? Do nothing: nothing changes.');
});

test.each([
  ['it', 'Dal tuo profilo nella Banca del tempo di Settimo cambia'],
  ['en', 'From your profile at Banca del tempo di Settimo the e-mail address'],
] as const)('who changed the own address is told so at the one of before, in %s', (language, sentence) => {
  expect(flat(letterOf('email-changed', language, { ...changed, own: 'yes' }).text)).toContain(sentence);
});

test.each([
  ['it', 'Il tuo indirizzo e-mail cambia', "Chi coordina la Banca del tempo di Settimo cambia l'indirizzo e-mail"],
  ['en', 'Your e-mail address is changing', 'Whoever coordinates Banca del tempo di Settimo is changing the e-mail'],
] as const)(
  'the alert to the address of before, in %s, names the day and no address',
  (language, subject, sentence) => {
    const letter = letterOf('email-changed', language, changed);
    expect(letter.subject).toBe(subject);
    expect(letter.text).toContain(sentence);
    expect(letter.text).toContain('domenica 22 novembre 2026');
    expect(letter.text).not.toContain('@');
  },
);

describe.each([
  ['code', code],
  ['email-changed', changed],
] as const)('every mail: %s', (kind, facts) => {
  const letters = (['it', 'en'] as const).map((language) => letterOf(kind, language, facts));

  test('says the same words as text and as HTML', () => {
    const letterByLetter = (words: string) => words.replace(/^-- $/m, '').replace(/[\s:]/gu, '');
    for (const { text, html } of letters) {
      expect(letterByLetter(wordsIn(html)).endsWith(letterByLetter(text))).toBe(true);
    }
  });

  test('loads nothing, follows nobody, and knows the dark', () => {
    for (const { html } of letters) {
      expect(html).not.toMatch(/<img|<link|<script|url\(|https?:|src=/i);
      expect(html).toContain('prefers-color-scheme:dark');
      expect(html).toContain('max-width:600px');
    }
  });

  test.each(['\r\nBcc: all@example.org', '\u2028Bcc: x', '\u0000', 'a\nb'])(
    'no name brings a line of its own: %j',
    (tail) => {
      const { subject, from } = letterOf(kind, 'it', withTail(facts, tail));
      expect(`${subject}${from}`).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    },
  );

  test('no name brings a tag of its own', () => {
    const { html } = letterOf(kind, 'en', withTail(facts, '<b onclick="x">\'&amp;'));
    expect(html).not.toContain('<b ');
    expect(html).toContain('&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;amp;');
  });

  test('however long a name is, the subject has at most 60 characters and the preheader 90', () => {
    const { subject, html } = letterOf(kind, 'it', withTail(facts, 'à🌻'.repeat(100)));
    expect(Array.from(subject).length).toBeLessThanOrEqual(60);
    const preheader = /<div style="display:none[^>]*>(.*?)<\/div>/.exec(html)?.[1] ?? '';
    expect(Array.from(preheader).length).toBeLessThanOrEqual(90);
    expect(preheader).toMatch(/^\S/);
  });

  test.each(['bank', ...Object.keys(facts).filter((name) => !['hub', 'phone'].includes(name))])(
    'cannot be written without its %s',
    (name) => {
      expect(() => letterOf(kind, 'it', { ...facts, [name]: ' ' })).toThrow(`says its ${name}`);
    },
  );
});

describe('mails about exchanges', () => {
  const link = 'https://banca.example.org/conferma/abc_-1';
  const unsubscribe = 'https://banca.example.org/avvisi/def';
  const claim = {
    ...settimo,
    other: 'Carla Ferri',
    side: 'receiver',
    minutes: '90',
    category: 'stiro',
    day: '2026-11-14',
    balance: '135',
    after: '45',
    until: '2026-12-15',
    link,
  };
  const moved = { ...settimo, other: 'Lucia Bianchi', side: 'provider', minutes: '90', day: '2026-11-14' };
  const entry = { ...moved, balance: '-240', link, entry: '2304', how: 'other-confirmed', unsubscribe };
  const spaced = (words: string) => words.replaceAll('\u00a0', ' ');

  test('to confirm, in Italian', () => {
    const { subject, text, html } = letterOf('to-confirm', 'it', claim);
    expect(subject).toBe('Carla Ferri ti ha dato 1 h 30 min: confermi?');
    expect(wordsIn(html)).toMatch(/^Stiro, sabato 14 novembre\. Bastano due tocchi, senza entrare\. Banca/);
    expect(spaced(text)).toBe(
      [
        'Banca del tempo di Settimo',
        'Carla Ferri dice di averti dato 1 h 30 min.',
        'Che cosa: Stiro\nQuando: sabato 14 novembre 2026\nOra hai: 2 h 15 min a credito\nDopo avrai: 45 min a credito',
        `Guarda e conferma: ${link}`,
        'Non va bene? Nella stessa pagina puoi rifiutare.',
        'Se non rispondi entro il 15 dicembre la richiesta scade e nessuna ora passa.',
        '-- \nRicevi questa e-mail perché fai parte della Banca del tempo di Settimo.\nServe aiuto? Sportello Settimo, 02 5555 1234.\n',
      ].join('\n\n'),
    );
  });

  test('to confirm, in English, by who gave the time', () => {
    const { subject, text } = letterOf('to-confirm', 'en', { ...claim, side: 'provider', after: '0' });
    expect(subject).toBe('Carla Ferri received 1 h 30 min from you: is that right?');
    expect(spaced(text)).toContain('Carla Ferri says they received 1 h 30 min from you.');
    expect(text).toContain('When: Saturday 14 November 2026');
    expect(spaced(text)).toMatch(/You have now: 2 h 15 min in credit\nAfterwards: Even/);
    expect(text).toContain('Without an answer by 15 December the request expires and no hours move.');
  });

  test.each([
    [{}, false],
    [{ last: 'yes' }, true],
  ])('a reminder with %j says that it is the last: %j', (more, isLast) => {
    const { subject, text } = letterOf('reminder', 'it', { ...claim, ...more, unsubscribe });
    expect(subject).toBe('Carla Ferri aspetta la tua risposta: 1 h 30 min');
    expect(text.includes("È l'ultimo promemoria.")).toBe(isLast);
  });

  test.each([
    ['it', 'other-confirmed', 'Confermato: hai dato 1 h 30 min a Lucia Bianchi', 'Lucia Bianchi ha confermato.'],
    ['it', 'other-logged', 'Registrato: hai dato 1 h 30 min a Lucia Bianchi', 'Lucia Bianchi ha registrato le ore'],
    ['it', 'own-confirmed', 'Confermato: hai dato 1 h 30 min a Lucia Bianchi', 'Chi agisce per te ha confermato.'],
    ['en', 'own-logged', 'Recorded: you gave Lucia Bianchi 1 h 30 min', 'Whoever acts for you has logged'],
    ['en', 'sheet', 'Recorded: you gave Lucia Bianchi 1 h 30 min', 'The desk has recorded the signed sheet.'],
  ] as const)('hours moved, in %s, %s', (language, how, subject, sentence) => {
    const letter = letterOf('hours-moved', language, { ...entry, how });
    expect(letter.subject).toBe(subject);
    expect(letter.text).toContain(sentence);
    expect(spaced(letter.text)).toMatch(
      language === 'it' ? /4 h a debito\nRegistrazione n\.: 2\.304/ : /Entry no\.: 2,304/,
    );
  });

  test('one button leads on, and what may be turned off says where', () => {
    const { html, text, unsubscribe: oneClick } = letterOf('hours-moved', 'it', entry);
    expect(html.match(/class="button" href="[^"]*"/g)).toEqual([`class="button" href="${link}"`]);
    expect(html).toContain(`href="${unsubscribe}"`);
    expect(text).toContain(`Non vuoi più gli avvisi sulle ore passate? Togli questo avviso: ${unsubscribe}`);
    expect(oneClick).toBe(unsubscribe);
    expect(() => letterOf('hours-moved', 'it', { ...entry, unsubscribe: '' })).toThrow('says its unsubscribe');
  });

  test('that it is somebody’s turn is always told', () => {
    const letter = letterOf('to-confirm', 'it', claim);
    expect(letter).not.toHaveProperty('unsubscribe');
    expect(letter.html).not.toContain('avvis');
  });

  test('no name brings a tag, a line or an address of its own', () => {
    const { html, subject } = letterOf('to-confirm', 'it', { ...claim, other: 'Carla"><a href="x">\r\nBcc: y' });
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(subject).not.toMatch(/\p{Cc}/u);
  });

  test('nobody agrees in an unknown way', () => {
    expect(() => letterOf('hours-moved', 'it', { ...entry, how: 'toString' })).toThrow(TypeError);
  });
});

test('where no desk is known, none is named', () => {
  const { text } = letterOf('code', 'it', { bank: 'Banca', code: '482913', until: '10:52' });
  expect(text).not.toContain('Serve aiuto');
});

test('a kind without a template is none', () => {
  expect(() => letterOf('pigeon', 'it', settimo)).toThrow('no mail of the kind pigeon');
});

function withTail(facts: MailFacts, tail: string): MailFacts {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, `${fact}${tail}`]));
}
