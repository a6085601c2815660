import 'reflect-metadata';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';

/** `typical`: Nest, Express, Apollo and TypeORM repositories, as people really build it. */
const app = await NestFactory.create(AppModule, { logger: ['error', 'warn'] });
app.useGlobalPipes(new ValidationPipe());
app.enableShutdownHooks();
await app.listen(0, '127.0.0.1');
process.stdout.write(`${await app.getUrl()}\n`);
