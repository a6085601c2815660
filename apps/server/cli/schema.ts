import 'reflect-metadata';
import { printApiSchema } from '../schema/api-schema.js';

process.stdout.write(await printApiSchema());
