import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { InputCheck, tidy, type Finding } from './input-check.js';
import { TopLevelError } from './top-level-errors.js';

type InputClass = ConstructorParameters<typeof InputCheck>[0];

/**
 * Holds every input to the rules that its class states with class-validator's decorators, and makes its texts NFC.
 * In place of Nest's ValidationPipe, which walks the metadata anew and makes instances at every request.
 */
@Injectable()
export class InputPipe implements PipeTransform<unknown, unknown> {
  private readonly checks = new Map<InputClass, InputCheck>();

  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if (type === 'custom' || typeof value !== 'object' || value === null || metatype === undefined) return value;
    const check = this.checkOf(metatype as InputClass);
    if (check.isEmpty) return value;
    const kept = tidy(value);
    if ('finding' in kept) throw badInput(kept.finding);
    const finding = check.firstFinding(kept.tidied);
    if (finding) throw badInput(finding);
    return kept.tidied;
  }

  private checkOf(type: InputClass): InputCheck {
    const known = this.checks.get(type);
    if (known) return known;
    const check = new InputCheck(type);
    this.checks.set(type, check);
    return check;
  }
}

function badInput({ field, words, facts }: Finding): TopLevelError {
  return new TopLevelError('BAD_USER_INPUT', words, field, facts);
}
