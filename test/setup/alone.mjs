import TestRunner from 'jest-runner';

/** Runs a project's files one at a time, with nothing beside them: they measure time against a limit of the product's. */
export default class Alone extends TestRunner {
  constructor(config, context) {
    super({ ...config, maxWorkers: 1 }, context);
  }
}
