import { Controller, Get, Header, Headers, NotFoundException, Param, Res } from '@nestjs/common';
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

/** The client that stands in hub pages: `/embed/v1/` is always the newest, `/embed/<hash>/` never changes and never goes; its chapters it loads itself, by their hash. */
@Controller('embed')
export class EmbedController {
  constructor(private readonly files: EmbedFiles) {}

  @Get(':version/:name')
  @Header('content-type', script)
  @Header('access-control-allow-origin', '*')
  @RouteConfig(forEveryPage)
  script(
    @Param('version') version: string,
    @Param('name') name: string,
    @Headers('accept-encoding') encodings: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string | Buffer {
    const isNewest = version === 'v1' && name === 'banca-tempo.js';
    const { text, gzipped, hash } = found(isNewest ? this.files.script : this.files.of(version, name));
    reply.header('cache-control', isNewest ? evergreen : immutable);
    reply.header('etag', `"${hash}"`);
    reply.header('vary', 'Accept-Encoding');
    if (!/\bgzip\b/.test(encodings ?? '')) return text;
    reply.header('content-encoding', 'gzip');
    return gzipped;
  }
}

export function found(file: EmbedFile | undefined): EmbedFile {
  if (!file) throw new NotFoundException();
  return file;
}
