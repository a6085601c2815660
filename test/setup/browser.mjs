import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';

import setUpServer from './server.mjs';

const PROGRAMS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** One server and one browser for all browser tests of a run. */
export default async function setUp() {
  const executablePath = PROGRAMS.find((file) => file && existsSync(file));
  if (!executablePath)
    throw new Error('The browser tests need Chromium: apt-get install -y chromium, or name its program in CHROMIUM.');
  await setUpServer();
  const browser = await chromium.launchServer({ executablePath, args: ['--no-sandbox'] });
  process.env.BROWSER_ENDPOINT = browser.wsEndpoint();
  globalThis.stopTestBrowser = () => browser.close();
}
