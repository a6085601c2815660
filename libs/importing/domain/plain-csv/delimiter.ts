import { Misread } from './problem.js';

export type Delimiter = ',' | ';';

/** Comma or semicolon, by the header line; a line with both outside quotation marks is not guessed at. */
export function readDelimiter(headerLine: string): Delimiter | Misread {
  const bare = headerLine.replace(/"[^"]*"/g, '');
  if (bare.includes(',') && bare.includes(';')) return new Misread('DELIMITER_UNCLEAR');
  return bare.includes(';') ? ';' : ',';
}
