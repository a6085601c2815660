/** A file of ours: its path from the project's folder, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export const LINES_MAX = 250;

/** An hour is an hour: words of another world, in English and Italian, whole or as the start of a word. */
const FORBIDDEN_WORDS =
  /(?<![\p{L}])(credits|crediti|payments?|pagament[oi]|money|denaro|soldi|currency|currencies|valuta|valute|price|prices|prezz[oi]|wallets?|cash|coins?|euros?)(?![\p{Ll}])/iu;

/** Where a file inside a context may lie. */
const KNOWN_PLACE =
  /^libs\/(ledger|membership|hubs|identity|notifications|importing)\/(index\.ts|[a-z-]+\.(module|command-handlers)\.ts|(domain|commands|views|processes|ports|adapters|stores|graphql|http)\/.+)$/;
const CONTEXT = /^libs\/(ledger|membership|hubs|identity|notifications|importing)\//;

const VAGUE_NAME = /(^|[/.-])(utils?|helpers?|commons?|base|dto|misc|shared)([/.-]|$)/;

export function linesOf({ text }: SourceFile): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

export function medianLines(files: readonly SourceFile[]): number {
  const lengths = files.map(linesOf).sort((one, other) => one - other);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

export function tooLong(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter((file) => linesOf(file) > LINES_MAX)
    .map((file) => `${file.path}: ${String(linesOf(file))} lines`);
}

/** Names are looked at word by word, so `payMoney`, `pay_money` and `MoneyPaid` are found too. */
/** The one sentence that says what an hour is not; it stands on every printed sheet. */
const WORTHLESS =
  /questo foglio non ha valore in denaro|this sheet has no value in money|Non si usa denaro|No money is used/g;

export function forbiddenWords(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const found = FORBIDDEN_WORDS.exec(asWords(line.replace(WORTHLESS, '')));
      return found === null ? [] : [`${path}:${String(index + 1)}: ${found[0]}`];
    }),
  );
}

export function vagueNames(files: readonly SourceFile[]): readonly string[] {
  return files.map(({ path }) => path).filter((path) => VAGUE_NAME.test(path));
}

export function unknownPlaces(files: readonly SourceFile[]): readonly string[] {
  return files.map(({ path }) => path).filter((path) => CONTEXT.test(path) && !KNOWN_PLACE.test(path));
}

/** Skipped, focused and unfinished tests, and silenced checks. */
export function shortCuts(files: readonly SourceFile[]): readonly string[] {
  const shortCut =
    /\b(test|describe|it)\.(skip|only|todo|failing)\b|\bx(test|describe|it)\(|@ts-(ignore|expect-error|nocheck)|eslint-disable/;
  return files.filter(({ text }) => shortCut.test(text)).map(({ path }) => path);
}

/** A connection of PostgreSQL's whose loss nobody hears ends the whole process. */
export function deafConnections(files: readonly SourceFile[]): readonly string[] {
  const deaf = ({ text }: SourceFile): boolean =>
    /new (pg\.)?Client\(/.test(text) && !/on\(('error'|event),/.test(text);
  return files
    .filter(({ path }) => /^(libs|apps)\//.test(path) && !/\.(spec|example)\.ts$|^libs\/testing\//.test(path))
    .filter(deaf)
    .map(({ path }) => path);
}

function asWords(line: string): string {
  return line.replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ').replaceAll('_', ' ');
}
