import { Preparation } from '../../dist/libs/event-store/writer/preparation.js';
import { replaceMethod } from './replace.mjs';

/** A command is neither looked up before it is decided nor hashed to compare a repetition with it. */
replaceMethod(Preparation, 'repeat', () => () => Promise.resolve(undefined));
replaceMethod(Preparation, 'hashUnder', () => () => Promise.resolve('A'.repeat(43)));
