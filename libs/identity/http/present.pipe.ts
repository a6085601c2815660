import { Injectable, type PipeTransform } from '@nestjs/common';
import { TopLevelError } from '#api';

const missing = {
  it: 'La richiesta non ha un contenuto in JSON.',
  en: 'The request has no content in JSON.',
};

/** A request without a body is the asker's mistake; what is in it others check. */
@Injectable()
export class Present implements PipeTransform<unknown, object> {
  transform(body: unknown): object {
    if (typeof body !== 'object' || body === null) throw new TopLevelError('BAD_USER_INPUT', missing);
    return body;
  }
}
