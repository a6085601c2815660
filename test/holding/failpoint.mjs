import pg from 'pg';

/**
 * `node --import` this before a program of ours: it kills itself at the place that FAILPOINT names, by what it says to
 * PostgreSQL there. The programs themselves know of no such place.
 */
const { says, when, after, times } = JSON.parse(process.env.FAILPOINT);
const waited = new RegExp(says);
let armed = after === undefined;
let left = times;

const die = () => process.kill(process.pid, 'SIGKILL');
const query = pg.Client.prototype.query;

pg.Client.prototype.query = function (asked, ...rest) {
  const role = this.connectionParameters.options ?? '';
  const said = typeof asked === 'string' ? asked : `${asked.name ?? ''} ${asked.text ?? ''}`;
  const here = armed && waited.test(`${role} ${said}`);
  if (!armed) armed = new RegExp(after).test(said);
  if (here) left -= 1;
  if (!here || left > 0) return query.call(this, asked, ...rest);
  if (when === 'before') return die();
  const answer = query.call(this, asked, ...rest);
  if (when === 'answered') return answer.then(die);
  setTimeout(die, 0);
  return answer;
};
