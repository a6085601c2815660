import { network } from '#hubs';
import { journal } from '#ledger';
import { person } from '#membership';

/** Every kind of stream there is: each is a chain of records, and journals are books besides. */
export const categories: readonly string[] = [journal, person, network].map(({ category }) => category);
