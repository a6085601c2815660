import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** What Nest and our classes log through Nest's Logger, as one stream of JSON lines. */
export class NestLogger implements LoggerService {
  constructor(private readonly log_: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.log_.debug({ context }, asText(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.log_.warn({ context, ...asFacts(message) }, asText(message));
  }

  error(message: unknown, context?: unknown): void {
    this.log_.error({ context, ...asFacts(message) }, asText(message));
  }
}

function asFacts(message: unknown): object {
  if (message instanceof Error) return { err: message };
  return typeof message === 'object' && message !== null ? message : {};
}

function asText(message: unknown): string {
  if (typeof message === 'string') return message;
  if (message instanceof Error) return message.message;
  return typeof message === 'object' && message !== null && 'msg' in message ? String(message.msg) : 'see the facts';
}
