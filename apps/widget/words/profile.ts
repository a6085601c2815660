import { myDataItalian } from './my-data.it.js';
import { profileItalian } from './profile.it.js';
import { wordsOf, words as first } from './words.js';

export const words = { ...first, ...wordsOf({ ...profileItalian, ...myDataItalian }) };
