import { providerItalian } from './provider.it.js';
import { wordsOf, words as first } from './words.js';

export const words = { ...first, ...wordsOf(providerItalian) };
