import { buildTowns, tokensFor, townSettings } from '../../dist/bench/town.js';

/** `build-towns.mjs <plan as JSON>`: makes towns through the ordinary commands and prints them with a token for everybody. */
const { databaseUrl, dataFolder, towns, members, rules } = JSON.parse(process.argv[2]);
const settings = townSettings(databaseUrl, dataFolder);
const built = await buildTowns(settings, towns, members, rules);
const people = built.flatMap(({ administrator, members: all }) => [administrator, ...all.map(({ person }) => person)]);
console.log(JSON.stringify({ towns: built, tokens: Object.fromEntries(await tokensFor(settings, people)) }));
