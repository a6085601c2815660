/** Nest's names for what importing needs of the world. */
export const FILE_READER = Symbol('FileReader');
export const IMPORT_STAGING = Symbol('ImportStaging');
