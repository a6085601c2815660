import { strangersLearnNothing } from './strangers.js';

describe('the server as it is', strangersLearnNothing);
