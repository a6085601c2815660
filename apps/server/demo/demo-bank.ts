/** The time bank of the demonstration: the hubs are #OpCafé's, every person and every hour is invented. */
export const demoBank = {
  handle: 'opcafe',
  name: 'Banca del tempo dimostrativa (persone inventate)',
  network: '#OpCafé (dimostrazione)',
  privacyNotice: 'dimostrazione-1',
} as const;

/** Soft, so that nobody is stopped: two members of the demonstration are beyond each of them. */
export const demoLimits = { floorMinutes: -1_080, ceilingMinutes: 1_800 } as const;

/** The larger the weight, the more people go there. */
export const demoHubs = [
  { handle: 'rho', name: 'Rho', weight: 44, hours: 'mar e gio 15:00–18:00', hoursInEnglish: 'Tue and Thu 15:00–18:00' },
  {
    handle: 'settimo-milanese',
    name: 'Settimo Milanese',
    weight: 30,
    hours: 'mer 9:30–12:30',
    hoursInEnglish: 'Wed 9:30–12:30',
  },
  {
    handle: 'lainate',
    name: 'Lainate',
    weight: 16,
    hours: 'lun e ven 16:00–19:00',
    hoursInEnglish: 'Mon and Fri 16:00–19:00',
  },
  {
    handle: 'pregnana-milanese',
    name: 'Pregnana Milanese',
    weight: 10,
    hours: 'sab 9:00–12:00',
    hoursInEnglish: 'Sat 9:00–12:00',
  },
] as const;

export type DemoHub = (typeof demoHubs)[number];

export const demoStrands = ['famiglia', 'lavoro', 'casa', 'risparmio', 'socialita'] as const;

/** Nobody's: the desks are as invented as the people. */
export const demoPhone = '02 0000 0000';

/** Kinds of help, how often they are asked for, and how people tell them. */
export const demoCategories = [
  { name: 'Bambini', weight: 20, notes: ['Due ore al parco', 'Uscita da scuola', 'Un pomeriggio di giochi'] },
  { name: 'Compiti', weight: 14, notes: ['Matematica di terza media', 'Inglese', 'Ripasso per l’esame'] },
  { name: 'Cucina', weight: 12, notes: ['Torta per la festa', 'Conserve di pomodoro', 'Pasta fresca insieme'] },
  { name: 'Commissioni', weight: 11, notes: ['Spesa al mercato', 'Farmacia e posta', 'Ritiro di un pacco'] },
  { name: 'Piccole riparazioni', weight: 10, notes: ['Una tapparella', 'Il rubinetto che perde', 'Una mensola'] },
  { name: 'Cucito', weight: 8, notes: ['Orlo ai pantaloni', 'Una tenda', 'Costumi di carnevale'] },
  { name: 'Orto e giardino', weight: 8, notes: ['Potatura', 'Semina di primavera', 'Sistemazione dei vasi'] },
  { name: 'Informatica', weight: 7, notes: ['Il telefono nuovo', 'Una stampante', 'Fotografie da ordinare'] },
  { name: 'Accompagnamento', weight: 6, notes: ['Alla visita', 'In stazione', 'In biblioteca'] },
  { name: 'Lingue', weight: 4, notes: ['Conversazione in inglese', 'Italiano per chi arriva'] },
] as const;
