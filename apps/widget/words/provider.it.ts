/** What is said around signing in at a provider. */
export const providerItalian = {
  providerUnknown: 'Non conosciamo l’indirizzo e-mail di questo accesso. Entra con un codice, o chiedi allo sportello.',
  providerShared:
    'Più persone usano l’indirizzo e-mail di questo accesso, e non sappiamo chi sei. Entra con un codice.',
  providerRefused: 'Questo accesso non è riuscito o è scaduto. Prova di nuovo.',
  providerAway: 'Il servizio di accesso non risponde. Riprova tra poco, o entra con un codice.',
  providerNotHere: 'Da questa pagina non si può. Entra con un codice.',
} as const;
