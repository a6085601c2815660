import { shuffled, type Random } from './random.js';

/** Common first names and surnames put together by chance: whoever bears one of these names does so by chance too. */
const firstNames = (
  'Ada Agnese Alba Aldo Alessia Amina Angela Bruno Carla Cesare Chiara Dario Delia Elio Emma Enzo Ezio ' +
  'Fatima Flora Gemma Gino Ida Ines Ivo Leila Lia Livio Lucia Marta Mirko Nadia Niccolò Olga Omar Pia Renzo ' +
  'Rita Sara Tea Ugo'
).split(' ');
const surnames = (
  'Acquachiara Bellosguardo Boscoverde Camporeale Cantalupo Codarossa Fiordalba Fontanafredda Grancielo ' +
  'Lungarotta Malaspesa Mezzaluna Montefosco Orsobruno Passalacqua Pietralunga Rivalta Roccabruna ' +
  'Selvachiara Serralta Tramontano Valdorata Vallescura Ventolieve'
).split(' ');

/** So many different full names. */
export function inventedNames(random: Random, count: number): readonly string[] {
  const all = firstNames.flatMap((first) => surnames.map((last) => `${first} ${last}`));
  if (count > all.length) throw new RangeError(`there are ${String(all.length)} invented names`);
  return shuffled(random, all).slice(0, count);
}
