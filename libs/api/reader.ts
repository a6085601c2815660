import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Asker, PersonId, Powers } from '#kernel';

export type Language = 'it' | 'en';

/** One request as resolvers know it. Made by the server; one object for the whole operation. */
export interface RequestContext {
  /** Absent for a stranger: the guard lets none of the fields answer. */
  readonly person?: PersonId;
  /** What the session may use of the person's rights. */
  readonly powers: Powers;
  /** Absent for a token that nobody signed in for. */
  readonly session?: string;
  readonly language: Language;
  readonly correlation: string;
}

/** Who asks, in which language, in which request. */
export interface Reader extends RequestContext, Asker {
  readonly person: PersonId;
}

/** The request context of a resolver: GraphQL hands it over as the third argument. */
export function requestOf(context: ExecutionContext): RequestContext {
  return context.getArgByIndex<RequestContext>(2);
}

/** The authenticated asker; the guard has let nobody else through. */
export const CurrentReader = createParamDecorator((_: unknown, context: ExecutionContext): Reader => {
  const { person, powers, language, correlation } = requestOf(context);
  if (person === undefined) throw new Error('a resolver was reached without the guard');
  return { person, powers, language, correlation };
});

interface Range {
  readonly language: string;
  readonly quality: number;
}

/** The first of our languages that an Accept-Language header asks for; Italian unless it asks. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined) return 'it';
  const ranges = header
    .split(',')
    .map(rangeOf)
    .filter(({ quality }) => quality > 0);
  const wanted = ranges
    .sort((a, b) => b.quality - a.quality)
    .find(({ language }) => language === 'it' || language === 'en');
  return wanted?.language === 'en' ? 'en' : 'it';
}

function rangeOf(text: string): Range {
  const [tag = '', ...parameters] = text.trim().toLowerCase().split(';');
  const quality = parameters
    .find((parameter) => parameter.trim().startsWith('q='))
    ?.trim()
    .slice(2);
  return { language: tag.trim().split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) || 0 };
}
