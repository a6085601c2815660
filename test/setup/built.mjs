import { build } from '../../bin/install.mjs';

/** The programs that these tests run are the built ones. */
export default function setUp() {
  build();
}
