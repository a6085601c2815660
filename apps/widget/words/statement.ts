import { statementItalian } from './statement.it.js';
import { wordsOf, words as first } from './words.js';

export const words = { ...first, ...wordsOf(statementItalian) };
