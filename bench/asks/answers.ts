import { WrongAnswer, type Ask } from '../load/load.js';
import type { Answer, Request } from '../load/connection.js';

/** A request whose answer is right if it holds these words; then what follows. */
export function ask(request: Request, holds: string, then: (answer: Answer) => Ask | undefined = () => undefined): Ask {
  return {
    request,
    answered(answer) {
      if (answer.status !== 200 || !answer.body.includes(holds) || answer.body.includes('"errors"')) {
        throw new WrongAnswer(answer);
      }
      return then(answer);
    },
  };
}

/** The product and `typical` say whether the hours moved, `hand` and `fn` what the balance is then. */
export const posted = { product: '"state":"POSTED"', peer: '"balanceMinutes"', typical: '"state":"posted"' } as const;

/** @throws WrongAnswer where it is not there */
export function found(pattern: RegExp, answer: Answer): string {
  const group = pattern.exec(answer.body)?.[1];
  if (group === undefined) throw new WrongAnswer(answer);
  return group;
}
