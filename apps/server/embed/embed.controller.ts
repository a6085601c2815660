import { Controller, Get, Header, NotFoundException, Param, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { pageMayLoad } from '../security-headers.js';
import { EmbedFiles, type EmbedFile } from './embed-files.js';

const script = 'text/javascript; charset=utf-8';
/** Any page may load the script; what it may ask, the origin it stands on decides. */
const forEveryPage = {
  helmet: { ...pageMayLoad({}).helmet, crossOriginResourcePolicy: { policy: 'cross-origin' } },
} as const;
const evergreen = 'public, max-age=300, stale-while-revalidate=86400';
const immutable = 'public, max-age=31536000, immutable';

/** The client that stands in hub pages: `/embed/v1/` is always the newest, `/embed/<hash>/` never changes. */
@Controller('embed')
export class EmbedController {
  constructor(private readonly files: EmbedFiles) {}

  @Get(':version/banca-tempo.js')
  @Header('content-type', script)
  @Header('access-control-allow-origin', '*')
  @RouteConfig(forEveryPage)
  script(@Param('version') version: string, @Res({ passthrough: true }) reply: FastifyReply): string {
    const { text, hash } = found(this.files.script);
    if (version !== 'v1' && version !== hash) throw new NotFoundException();
    reply.header('cache-control', version === 'v1' ? evergreen : immutable);
    reply.header('etag', `"${hash}"`);
    return text;
  }
}

export function found(file: EmbedFile | undefined): EmbedFile {
  if (!file) throw new NotFoundException();
  return file;
}
