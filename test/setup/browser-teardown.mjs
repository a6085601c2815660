import { tearDown as leaveServer } from './server.mjs';

export default async function tearDown() {
  await globalThis.stopTestBrowser();
  await leaveServer();
}
