import { existsSync } from 'node:fs';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A browser of the system is newer and better patched than the one from npm, so it comes first. */
const INSTALLED: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The flags that come with the npm package are for AWS Lambda: its single process ends with the first closed context. */
const FLAGS: readonly string[] = [
  '--no-sandbox', // root, as in a container, has none
  '--disable-gpu',
  '--headless=shell',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-pings',
  '--font-render-hinting=none',
];

export async function launchOptions() {
  const executablePath = INSTALLED.find((path) => existsSync(path)) ?? (await packed.executablePath());
  return { executablePath, args: [...FLAGS], headless: true };
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await launchOptions());
}
