import { network } from '#hubs';
import { journal } from '#ledger';
import { person } from '#membership';

/** All kinds of streams that are stored. */
export const categories: readonly string[] = [journal, person, network].map(({ category }) => category);
