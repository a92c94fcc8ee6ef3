import type { Kernel, Views } from './kernel.ts';

// The loops of kernel/rows.ts and kernel/histogram.ts; casts: every index lies within the memory's plan.

/** How many of the cuts f32[first …] are ≤ value. */
function cutsBelow(f32: Float32Array, first: number, count: number, value: number): number {
  let base = first;
  for (let length = count; length > 1; ) {
    const half = length >> 1;
    if ((f32[base + half - 1] as number) <= value) base += half;
    length -= half;
  }
  return base - first + ((f32[base] as number) <= value ? 1 : 0);
}

export function encode({ u8, f32 }: Views): Kernel['encode'] {
  return (column, rows, cuts, count, missing, out) => {
    for (let i = 0; i < rows; i += 1) {
      const value = f32[(column >>> 2) + i] as number;
      const bin = Math.min(cutsBelow(f32, cuts >>> 2, count, value), count - 1);
      u8[out + (i << 2)] = Number.isNaN(value) ? missing : bin;
    }
  };
}

export function partition({ u8, u32 }: Views): Kernel['partition'] {
  return (bins, rows, count, rotate, limit, spare) => {
    const first = rows >>> 2;
    const end = first + count;
    let left = first;
    let right = spare >>> 2;
    for (let at = first; at < end; at += 1) {
      const row = u32[at] as number;
      const bin = ((u8[bins + (row << 2)] as number) + rotate) & 255;
      const step = bin <= limit ? 1 : 0;
      u32[left] = row; // never beyond `at`
      u32[right] = row;
      left += step;
      right += 1 - step;
    }
    u32.copyWithin(left, spare >>> 2, right);
    return left - first;
  };
}

export function histogram({ u32, f32, f64 }: Views): Kernel['histogram'] {
  return (bins, pairs, rows, count, h0, h1, h2, h3) => {
    const [binAt, pairAt, rowAt] = [bins >>> 2, pairs >>> 2, rows >>> 2];
    const [a, b, c, d] = [h0 >>> 3, h1 >>> 3, h2 >>> 3, h3 >>> 3];
    for (let i = 0; i < count; i += 1) {
      const row = u32[rowAt + i] as number;
      const four = u32[binAt + row] as number;
      const gradient = f32[pairAt + 2 * row] as number;
      const hessian = f32[pairAt + 2 * row + 1] as number;
      const p = a + ((four & 255) << 1);
      const q = b + ((four >>> 7) & 0x1fe);
      const r = c + ((four >>> 15) & 0x1fe);
      const s = d + ((four >>> 23) & 0x1fe);
      f64[p] = (f64[p] as number) + gradient;
      f64[p + 1] = (f64[p + 1] as number) + hessian;
      f64[q] = (f64[q] as number) + gradient;
      f64[q + 1] = (f64[q + 1] as number) + hessian;
      f64[r] = (f64[r] as number) + gradient;
      f64[r + 1] = (f64[r + 1] as number) + hessian;
      f64[s] = (f64[s] as number) + gradient;
      f64[s + 1] = (f64[s + 1] as number) + hessian;
    }
  };
}

export function clear({ f64 }: Views): Kernel['clear'] {
  return (at, entries) => {
    f64.fill(0, at >>> 3, (at >>> 3) + 2 * entries);
  };
}

export function subtract({ f64 }: Views): Kernel['subtract'] {
  return (from, what, entries) => {
    const [to, by] = [from >>> 3, what >>> 3];
    for (let i = 0; i < 2 * entries; i += 1) f64[to + i] = (f64[to + i] as number) - (f64[by + i] as number);
  };
}
