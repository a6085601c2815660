import type { FastifyRequest } from 'fastify';
import { languageOf, type Language } from '#api';

/** A link says it in its address; a program that does not, in its header. */
export function languageAsked({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  const { lang } = query as { readonly lang?: unknown };
  return lang === 'it' || lang === 'en' ? lang : languageOf(headers['accept-language']);
}
