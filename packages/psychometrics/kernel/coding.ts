// AssemblyScript, see index.ts. JavaScript twins: src/calibration/e-step/{coder,tallies}.ts.

/**
 * Codes of the answers to runs of items, for `persons` rows of one byte a cell; runs without an answer are left out.
 *
 * @param values u32, items × 256: what each score adds to its run's code
 * @param runs   four u32 a run: first item, end, the code that means no answer, where the run's codes begin
 * @param codes  out, u32
 * @param ends   out, u32 a person: how many codes were written after that person
 */
export function encode(
  scores: usize,
  persons: i32,
  items: i32,
  values: usize,
  runs: usize,
  count: i32,
  codes: usize,
  ends: usize,
): void {
  const first = codes;
  const last = runs + ((<usize>count) << 4);
  for (let i = 0; i < persons; i++) {
    const row = scores + <usize>i * <usize>items;
    for (let run = runs; run < last; run += 16) {
      const end = <usize>load<u32>(run, 4);
      let code: u32 = 0;
      for (let j = <usize>load<u32>(run); j < end; j++) {
        code += load<u32>(values + (j << 10) + ((<usize>load<u8>(row + j)) << 2));
      }
      if (code !== load<u32>(run, 8)) {
        store<u32>(codes, code + load<u32>(run, 12));
        codes += 4;
      }
    }
    store<u32>(ends + ((<usize>i) << 2), <u32>((codes - first) >> 2));
  }
}

/** Adds one for each cell to u32 counts, items × 256. */
export function tally(scores: usize, persons: i32, items: i32, counts: usize): void {
  for (let i = 0; i < persons; i++) {
    const row = scores + <usize>i * <usize>items;
    for (let j: usize = 0; j < <usize>items; j++) {
      const at = counts + (j << 10) + ((<usize>load<u8>(row + j)) << 2);
      store<u32>(at, load<u32>(at) + 1);
    }
  }
}
