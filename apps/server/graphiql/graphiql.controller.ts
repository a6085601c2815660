import { Controller, Get, Header } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { pageMayLoad } from '../security-headers.js';
import { page, pageLoads } from './page.js';

@Controller('graphiql')
export class GraphiqlController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @RouteConfig(pageMayLoad(pageLoads))
  show(): string {
    return page;
  }
}
