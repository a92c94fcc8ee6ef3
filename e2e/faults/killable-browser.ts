import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { launchOptions } from '../browser.ts';
import { pause } from './program.ts';

const START_MILLISECONDS = 30_000;

/** A real browser on a profile that stays, as a process of our own: Playwright's own would be closed, not killed. */
export class KillableBrowser {
  readonly page: Page;
  readonly #process: ChildProcess;
  readonly #connection: Browser;

  private constructor(page: Page, process: ChildProcess, connection: Browser) {
    this.page = page;
    this.#process = process;
    this.#connection = connection;
  }

  static async open(profile: string): Promise<KillableBrowser> {
    const portFile = join(profile, 'DevToolsActivePort');
    rmSync(portFile, { force: true }); // of a killed one
    const { executablePath, args } = await launchOptions();
    const wanted = [`--user-data-dir=${profile}`, '--remote-debugging-port=0', '--no-first-run', 'about:blank'];
    const child = spawn(executablePath, [...args, ...wanted], { stdio: 'ignore', detached: true });
    const connection = await chromium.connectOverCDP(await endpointIn(portFile));
    const context = connection.contexts()[0];
    if (!context) throw new Error('a browser on a profile has one context');
    return new KillableBrowser(context.pages()[0] ?? (await context.newPage()), child, connection);
  }

  /** SIGKILL to the browser and all its children. */
  async kill(): Promise<void> {
    const { pid, exitCode, signalCode } = this.#process;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    const gone = once(this.#process, 'exit');
    process.kill(-pid, 'SIGKILL');
    await gone;
    await this.#connection.close();
  }
}

async function endpointIn(portFile: string): Promise<string> {
  const end = performance.now() + START_MILLISECONDS;
  for (;;) {
    const [port, path] = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n') : [];
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    if (performance.now() > end) throw new Error(`the browser did not start within ${START_MILLISECONDS / 1000} s`);
    await pause(20);
  }
}
