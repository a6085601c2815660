import { Refusal, type Facts, type LocalDate } from '#kernel';
import type { Confirmation, ExchangeSeen } from '#notifications';
import { confirmPage as pageOf, incompletePage, notNowPage } from './confirm.page.js';
import { declineFormIn, missingIn, reasonIn } from './decline-form.js';
import type { Declining } from './decline.part.js';

/** As much of an exchange as a page says. */
const seen = {
  row: { category: 'stiro', serviceDate: '2026-11-14' },
  bank: { name: 'Banca di Settimo' },
  hub: { nameIt: 'OpCafé Settimo', nameEn: null, phone: '02 5555 1234' },
  hubCalled: 'opcafe.settimo',
  side: 'receiver',
  movedMinutes: 90,
  otherName: 'Carla Ferri',
  balanceMinutes: 135,
  afterMinutes: 45,
} as ExchangeSeen;
const confirmPage = (confirmation: Confirmation, language: 'it' | 'en', declining: Omit<Declining, 'page'> = {}) =>
  pageOf(confirmation, language, { page: '/conferma/token', ...declining });
const day = (text: string): LocalDate => text as LocalDate;

/** As the journal says it: with figures for whoever may read the account alone. */
class FloorReached extends Refusal {
  readonly code = 'FLOOR_REACHED';
}
const refused = (facts: Facts, side: ExchangeSeen['side']): Confirmation => ({
  status: 'refused',
  seen: { ...seen, side },
  refusal: new FloorReached(facts),
});

/** What is read on the page: its title, then each line. */
function wordsOn(page: string): readonly string[] {
  const [, body = ''] = page.split('<main>');
  const lines = body.replaceAll('\u00a0', ' ').split(/<[^>]+>/);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

const help = 'Serve aiuto? Sportello OpCafé Settimo, 02 5555 1234.';
const bank = 'Banca di Settimo';
const account = 'Apri il mio conto ›';

test('while it waits: the sentence, the duration, what then, one button, why not under the other way, until when', () => {
  expect(wordsOn(confirmPage({ status: 'waiting', seen, until: day('2026-12-08') }, 'it'))).toEqual([
    bank,
    'Carla Ferri dice di averti dato 1 h 30 min',
    '1 h 30 min',
    'Stiro, sabato 14 novembre 2026.',
    'Dopo avrai 45 min a credito.',
    'Conferma',
    'Non va bene ›',
    'Che cosa non va?',
    'Le ore non sono giuste',
    'Non è successo',
    'Non conosco questa persona',
    'Altro',
    'Vuoi spiegare? (facoltativo)',
    'Lo legge Carla.',
    'Rifiuta',
    'Rispondi entro l’8 dicembre',
    help,
  ]);
});

test.each<readonly [Confirmation, readonly string[]]>([
  [
    { status: 'confirmed', seen, balanceMinutes: 45 },
    [
      'Confermato.',
      'Ora hai 45 min a credito.',
      'Carla lo sa già.',
      'Se è un errore, parlane con il tuo sportello. Puoi chiudere questa pagina.',
    ],
  ],
  [
    { status: 'just-declined', seen },
    [
      'Rifiutato.',
      'Carla vede il motivo e può registrare di nuovo. Nessuna ora è passata.',
      'Puoi chiudere questa pagina.',
    ],
  ],
  [
    { status: 'posted', seen, on: day('2026-11-15'), byReader: true },
    ['Hai già confermato il 15 novembre 2026.', account],
  ],
  [
    { status: 'posted', seen, on: day('2026-11-11'), byReader: false },
    ['Questa richiesta è confermata dall’11 novembre 2026.', account],
  ],
  [
    { status: 'expired', seen, on: day('2026-12-01') },
    ['Questa richiesta è scaduta il 1° dicembre 2026.', 'Nessuna ora è passata.', account],
  ],
  [
    { status: 'withdrawn', seen, on: day('2026-12-01'), byReader: false },
    ['Carla ha ritirato la richiesta.', 'Nessuna ora è passata.', account],
  ],
  [
    refused({ limitMinutes: -600 }, 'receiver'),
    ['Adesso non si può.', 'Si supera il limite del tuo conto (10 h a debito). Parlane con lo sportello.', account],
  ],
  [
    refused({}, 'provider'),
    [
      'Adesso non si può.',
      'Il conto di Carla Ferri non può ricevere altre ore adesso. Parlatene con lo sportello.',
      account,
    ],
  ],
])('%j', (confirmation, said) => {
  expect(wordsOn(confirmPage(confirmation, 'it'))).toEqual([bank, ...said, help]);
});

test('each that is no question shows a sign beside its words', () => {
  const pages = [
    confirmPage({ status: 'expired', seen, on: day('2026-12-01') }, 'en'),
    confirmPage({ status: 'gone' }, 'en'),
    incompletePage('en'),
    notNowPage('Try again in a moment.', 'en'),
  ];
  for (const page of pages) expect(page).toMatch(/<h1><svg class="over"[^>]* aria-hidden="true">/);
  expect(confirmPage({ status: 'confirmed', seen, balanceMinutes: 0 }, 'en')).toContain('<h1><svg class="ok"');
});

test('where nothing can be done here, one way on is said', () => {
  expect(wordsOn(confirmPage({ status: 'gone' }, 'it'))).toEqual([
    'Questa richiesta non ti riguarda più.',
    'Non c’è niente da fare. Puoi chiudere questa pagina.',
  ]);
  expect(wordsOn(incompletePage('it'))).toEqual([
    'Questo indirizzo non è completo.',
    'Copialo per intero dall’e-mail, o entra dalla pagina della tua banca del tempo.',
  ]);
  expect(wordsOn(notNowPage('Il servizio è occupato.', 'it')).at(-1)).toBe('Riprova ›');
});

describe('why not', () => {
  const waiting: Confirmation = { status: 'waiting', seen, until: day('2026-12-08') };
  const openDetails = /<details open>/;

  test('is closed until it is asked for, has one filled button above it, and an address of its own', () => {
    const page = confirmPage(waiting, 'it');
    expect(page).not.toMatch(openDetails);
    expect(page.match(/<button>/g)).toHaveLength(1);
    expect(page).toContain('<form method="post" action="/conferma/token"><button>');
    expect(page).toContain('<form method="post" action="/conferma/token/rifiuto">');
  });

  test.each([
    ['nothing', undefined, 'Scegli un motivo.'],
    ['a reason that there is not', { reason: 'because', words: 'so' }, 'Scegli un motivo.'],
    ['two reasons', { reason: ['never', 'hours'] }, 'Scegli un motivo.'],
    ['another reason without a word', { reason: 'other', words: ' \u0000 ' }, 'Con Altro scrivi due parole.'],
  ])('with %s is asked again, and keeps what was written', (_what, body, missing) => {
    const form = declineFormIn(body);
    expect(missingIn(form, 'it')).toBe(missing);
    const page = confirmPage(waiting, 'it', { form, missing });
    expect(page).toMatch(openDetails);
    expect(page).toMatch(new RegExp(`<p class="problem" id="missing"><svg [^]*</svg>${missing}</p>`));
    expect(page).toContain(`aria-describedby="reads">${form.words}</textarea>`);
  });

  test.each([
    [{ reason: 'never' }, 'Non è successo'],
    [{ reason: 'hours', words: ' un’ora sola ' }, 'Le ore non sono giuste. un’ora sola'],
    [{ reason: 'other', words: 'cosi\u0300' }, 'cos\u00ec'],
    [{ reason: 'other', words: 'x'.repeat(501) }, 'x'.repeat(500)],
  ])('%j is read as it was meant', (body, reason) => {
    const form = declineFormIn(body);
    expect(missingIn(form, 'it')).toBeUndefined();
    expect(reasonIn(form, 'it')).toBe(reason);
  });

  test('what was written is shown as words and nothing else', () => {
    const form = declineFormIn({ reason: 'other', words: '</textarea><script>' });
    expect(confirmPage(waiting, 'en', { form, missing: 'Choose a reason.' })).toContain(
      '&lt;/textarea&gt;&lt;script&gt;',
    );
  });
});
