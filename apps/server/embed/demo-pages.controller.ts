import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { demoHubs } from '../demo/demo-bank.js';
import { pageMayLoad } from '../security-headers.js';
import {
  associationLoads,
  associationPage,
  associationStyle,
  cooperativeLoads,
  cooperativePage,
  municipalLoads,
  municipalPage,
  type DemoPage,
} from './demo-pages.js';
import { EmbedFiles } from './embed-files.js';
import { found } from './embed.controller.js';

const html = 'text/html; charset=utf-8';
const css = 'text/css; charset=utf-8';
const require = createRequire(import.meta.url);

/**
 * Pages as hubs have them, for whoever tries the product: opened as http://localhost they stand on another origin than
 * the server they ask, which is http://127.0.0.1. Never in production.
 */
@Controller('demo')
export class DemoPagesController {
  constructor(private readonly files: EmbedFiles) {}

  @Get('cooperativa')
  @Header('content-type', html)
  @RouteConfig(pageMayLoad(cooperativeLoads))
  cooperative(@Query('hub') hub: string | undefined, @Req() request: FastifyRequest): string {
    return cooperativePage(this.pageFor(hub, request));
  }

  @Get('comune')
  @Header('content-type', html)
  @RouteConfig(pageMayLoad(municipalLoads))
  municipal(@Query('hub') hub: string | undefined, @Req() request: FastifyRequest): string {
    return municipalPage(this.pageFor(hub, request));
  }

  @Get('associazione')
  @Header('content-type', html)
  @RouteConfig(pageMayLoad(associationLoads))
  association(@Query('hub') hub: string | undefined, @Req() request: FastifyRequest): string {
    return associationPage(this.pageFor(hub, request));
  }

  @Get('associazione.css')
  @Header('content-type', css)
  ownStyle(): string {
    return associationStyle;
  }

  /** Read when it is asked for: it is there where the product is developed, and nowhere else. */
  @Get('bootstrap-italia.css')
  @Header('content-type', css)
  bootstrap(): string {
    return readFileSync(require.resolve('bootstrap-italia/dist/css/bootstrap-italia.min.css'), 'utf8');
  }

  private pageFor(hub: string = demoHubs[1].handle, { host }: FastifyRequest): DemoPage {
    const port = /:\d+$/.exec(host)?.[0] ?? '';
    return { hub, server: `http://127.0.0.1${port}`, script: found(this.files.script) };
  }
}
