import { Controller, Get, Header } from '@nestjs/common';
import { page, pagePolicy } from './page.js';

@Controller('graphiql')
export class GraphiqlController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', pagePolicy)
  show(): string {
    return page;
  }
}
