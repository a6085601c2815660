/** What a person can mend: said in one sentence, without a stack. Anything else that is thrown is a defect and crashes with its cause. */
export class Trouble extends Error {
  name = 'Trouble';
}

/** Runs a launcher's main function: a trouble becomes its sentence and exit code 1, a defect keeps its stack. */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Trouble ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
