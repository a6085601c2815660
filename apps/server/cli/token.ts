import 'reflect-metadata';
import { Command, InvalidArgumentError } from 'commander';
import { JwtTokens, openTokenKeys } from '#identity';
import { asId, type PersonId } from '#kernel';
import { settingsFrom } from '../settings.js';
import { withContext } from '../with-context.js';
import { knownPeople, meantBy, type KnownPerson } from './token-people.js';

interface TokenOptions {
  readonly as?: string;
  readonly hours: number;
}

const listedMax = 30;

function hours(text: string): number {
  const asked = Number(text);
  if (!Number.isInteger(asked) || asked < 1 || asked > 720) throw new InvalidArgumentError('from 1 to 720.');
  return asked;
}

function lineOf({ person, name, bank, number }: KnownPerson): string {
  return [person, name ?? '(no name)', bank === null ? '' : `${bank}:${String(number)}`].join('  ').trimEnd();
}

/** Says who could be meant, so that the next try can be exact. */
function listPeople(sentence: string, people: readonly KnownPerson[]): void {
  console.error(sentence);
  for (const each of people.slice(0, listedMax)) console.error(lineOf(each));
  if (people.length > listedMax) console.error(`… and ${String(people.length - listedMax)} more`);
  process.exitCode = 1;
}

async function printToken({ as: who, hours: life }: TokenOptions): Promise<void> {
  const settings = settingsFrom(process.env);
  const people = await knownPeople(settings.databaseUrl);
  if (who === undefined) {
    listPeople('Say whose token: --as <name or a part of it, person id, or bank:number>', people);
    return;
  }
  const meant = meantBy(who, people);
  const [person, ...others] = [...new Set(meant.map((each) => each.person))];
  if (person === undefined) listPeople(`Nobody is called "${who}". These are known:`, people);
  else if (others.length > 0) listPeople(`"${who}" is more than one person:`, meant);
  else {
    const tokens = new JwtTokens(await openTokenKeys(settings.tokenKeyFile), { now: () => Date.now() });
    console.log(await tokens.issue(asId<PersonId>(person), life * 3_600));
  }
}

await new Command('npm run token --')
  .description('Prints a bearer token for somebody in the database, to try the API with.')
  .option('--as <who>', 'name or a part of it, person id, or bank:number as in settimo:7')
  .option('--hours <hours>', 'how long it holds', hours, 12)
  .action((options: TokenOptions) => withContext(() => printToken(options)))
  .parseAsync();
