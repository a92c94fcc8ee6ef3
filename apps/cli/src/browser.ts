import { spawn } from 'node:child_process';

function opener(): { command: string; args: string[] } | undefined {
  if (process.platform === 'darwin') return { command: 'open', args: [] };
  if (process.platform === 'win32') return { command: 'cmd', args: ['/c', 'start', ''] };
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return hasDisplay ? { command: 'xdg-open', args: [] } : undefined;
}

/** Opens `url` where there is a screen. Without an opener nothing happens: the address is printed anyway. */
export function openBrowser(url: string): void {
  const found = opener();
  if (!found) return;
  const child = spawn(found.command, [...found.args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
