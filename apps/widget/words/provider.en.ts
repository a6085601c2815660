/** What is said around signing in at a provider. */
export const providerEnglish = {
  providerUnknown: 'We do not know the e-mail address of this sign-in. Sign in with a code, or ask at the desk.',
  providerShared:
    'Several people use the e-mail address of this sign-in, and we cannot tell who you are. Sign in with a code.',
  providerRefused: 'This sign-in failed or has expired. Try again.',
  providerAway: 'The sign-in service does not answer. Try again shortly, or sign in with a code.',
  providerNotHere: 'It does not work from this page. Sign in with a code.',
};
