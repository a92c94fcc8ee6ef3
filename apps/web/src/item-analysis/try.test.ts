import { it } from 'vitest';
import { seededRng } from '@cairn/kernel';
import { analyse } from './analyse.ts';
import { readSheet } from './reading/read-sheet.ts';
async function go(name: string, text: string) {
  let t = performance.now(); const t0 = t; let last = 'read';
  const log: string[] = [];
  const tell = (s: string) => { const n = performance.now(); if (s !== last) { log.push(`${last} ${(n - t).toFixed(0)}`); t = n; last = s; } };
  const read = await readSheet(new Blob([text]), () => undefined);
  const a = analyse(read, 'automatic', tell); tell('end');
  console.log(name, (text.length/1e6).toFixed(1)+'MB', (performance.now() - t0).toFixed(0), log.join(' | '), JSON.stringify(a.model), JSON.stringify(a.remarks).slice(0, 300));
}
const header = (n: number) => Array.from({ length: n }, (_, j) => `q${j}`).join(',');
it('x', async () => {
  const lines = Array.from({length: 100_000}, (_, i) => `${i % 2},${(i >> 1) % 2},${(i >> 2) % 3 ? 1 : 0},${(i >> 3) % 5 ? 1 : 0}\n`).join('');
  await go('indep', `q1,q2,q3,q4\n${lines}`);
  const r = seededRng(1);
  const irt = (n: number, m: number, miss: number, opt: boolean) => {
    const b = Array.from({length: m}, () => r.normal());
    const out = [opt ? 'person,' + header(m) : header(m)]; if (opt) out.push('key,' + b.map(() => 'A').join(','));
    for (let i = 0; i < n; i++) { const th = r.normal(); const c = b.map((x) => { if (r.next() < miss) return ''; const ok = r.next() < 1/(1+Math.exp(-(th-x))); return opt ? (ok ? 'A' : 'BCD'[r.below(3)]) : ok ? 1 : 0; }); out.push((opt ? `p${i},` : '') + c.join(',')); }
    return out.join('\n');
  };
  await go('10kx65', irt(10_000, 65, 0, false));
  await go('10kx65 miss', irt(10_000, 65, .02, true));
  await go('100kx20 opt', irt(100_000, 20, 0.01, true));
}, 600000);
