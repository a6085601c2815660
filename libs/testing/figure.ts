/** How often a test does what it does: the second figure where there is time for it, in `npm run test:long`. */
export function figure(usual: number, long: number): number {
  return process.env['LONG_TESTS'] === undefined ? usual : long;
}
