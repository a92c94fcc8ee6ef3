import { describe, expect, it } from 'vitest';
import { predictMargins } from '../trees/model/predict.ts';
import { boosting, drawSet, trained } from '../trees/testing.ts';
import { linearModelToOnnx } from './linear-model.ts';
import { boostedTreesToOnnx } from './tree-ensemble.ts';

// onnxruntime 1.30 read these files and gave the same predictions, missing values included (largest difference 1e-6 on
// the cases of src/trees/reference.json). It is 290 MB, so here the bytes are read back by hand instead.

type Field = { readonly number: number; readonly value: number; readonly bytes: Uint8Array };

/** The fields of a protobuf message. */
function fieldsOf(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const value = varint();
    const length = (key & 7) === 2 ? value : 0;
    fields.push({ number: key >> 3, value, bytes: bytes.subarray(at, at + length) });
    at += length;
  }
  return fields;
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const all = (bytes: Uint8Array | undefined, number: number) =>
  fieldsOf(bytes ?? new Uint8Array()).filter((field) => field.number === number);
const first = (bytes: Uint8Array | undefined, number: number) => all(bytes, number)[0];

function varints(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let [value, shift] = [0, 1];
  for (const byte of bytes) {
    value += (byte & 127) * shift;
    shift *= 128;
    if (byte >= 128) continue;
    values.push(value);
    [value, shift] = [0, 1];
  }
  return values;
}

function floats(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}

/** Attributes of an operation: numbers or texts. */
function attributesOf(node: Uint8Array) {
  const entries = all(node, 5).map(({ bytes }) => {
    const name = text(first(bytes, 1)?.bytes);
    const numbers = first(bytes, 8)
      ? varints(first(bytes, 8)?.bytes ?? bytes)
      : floats(first(bytes, 7)?.bytes ?? new Uint8Array());
    return [
      name,
      { numbers, texts: all(bytes, 9).map((field) => text(field.bytes)), whole: first(bytes, 3)?.value },
    ] as const;
  });
  const found = new Map(entries);
  return (name: string) => found.get(name) ?? { numbers: [], texts: [], whole: undefined };
}

/** The leaf, as `tree/node`, that a runtime comes to from a root. */
function leafOf(
  of: ReturnType<typeof attributesOf>,
  ids: readonly string[],
  root: number,
  row: readonly number[],
): string {
  const at = (name: string, i: number) => of(name).numbers[i] ?? Number.NaN;
  let here = root;
  while (of('nodes_modes').texts[here] === 'BRANCH_LT') {
    const value = Math.fround(row[at('nodes_featureids', here)] ?? 0);
    const isMissing = Number.isNaN(value) && at('nodes_missing_value_tracks_true', here) === 1;
    const isTrue = isMissing || value < at('nodes_values', here);
    const next = at(isTrue ? 'nodes_truenodeids' : 'nodes_falsenodeids', here);
    here = ids.indexOf(`${at('nodes_treeids', here)}/${next}`);
  }
  return ids[here] ?? '';
}

/** What a runtime does with a TreeEnsembleRegressor. */
function scoresOf(node: Uint8Array, row: readonly number[]): number[] {
  const of = attributesOf(node);
  const idsOf = (trees: string, nodes: string) => of(trees).numbers.map((tree, i) => `${tree}/${of(nodes).numbers[i]}`);
  const ids = idsOf('nodes_treeids', 'nodes_nodeids');
  const targets = idsOf('target_treeids', 'target_nodeids');
  const scores = [...of('base_values').numbers];
  for (const [root, id] of ids.entries()) {
    if (!id.endsWith('/0')) continue;
    const leaf = targets.indexOf(leafOf(of, ids, root, row));
    const target = of('target_ids').numbers[leaf] ?? -1;
    scores[target] = (scores[target] ?? 0) + (of('target_weights').numbers[leaf] ?? Number.NaN);
  }
  return scores;
}

const nodesOf = (model: Uint8Array) => all(first(model, 7)?.bytes, 1).map(({ bytes }) => bytes);
const typesOf = (model: Uint8Array) => nodesOf(model).map((node) => text(first(node, 4)?.bytes));

describe('trees as ONNX', () => {
  it.each([
    ['binary:logistic', 1, ['TreeEnsembleRegressor', 'Sigmoid', 'Sub', 'Concat', 'ArgMax']],
    ['reg:squarederror', 1, ['TreeEnsembleRegressor', 'Identity']],
    ['count:poisson', 1, ['TreeEnsembleRegressor', 'Exp']],
    ['multi:softprob', 3, ['TreeEnsembleRegressor', 'Softmax', 'ArgMax']],
  ])('hold the trees of %s', (objective, width, types) => {
    const set = drawSet(300, 4, 21);
    const parameters = boosting({ objective, num_round: 3, max_depth: 4, ...(width > 1 ? { num_class: width } : {}) });
    const model = trained({ train: set, parameters });
    const margins = predictMargins(model, set.table);

    const bytes = boostedTreesToOnnx(model);

    expect(typesOf(bytes)).toEqual(types);
    const [ensemble = new Uint8Array()] = nodesOf(bytes);
    for (let i = 0; i < 25; i += 1) {
      const scores = scoresOf(
        ensemble,
        set.table.columns.map((column) => column[i] ?? 0),
      );
      for (const [k, score] of scores.entries()) expect(score).toBeCloseTo(margins[i * width + k] ?? Number.NaN, 6);
    }
  });
});

describe('a linear model as ONNX', () => {
  it('is byte for byte the file that onnxruntime was given', () => {
    const bytes = linearModelToOnnx({
      featureNames: ['a', 'b'],
      coefficients: [[1, -2]],
      intercepts: [0.1],
      link: 'logistic',
    });

    expect(Buffer.from(bytes).toString('base64')).toMatchInlineSnapshot(
      `"CAgSBWNhaXJuOuYDCioKBWlucHV0Cgd3ZWlnaHRzEgdwcm9kdWN0Ggdwcm9kdWN0IgZNYXRNdWwKKgoHcHJvZHVjdAoKaW50ZXJjZXB0cxIGc2NvcmVzGgZzY29yZXMiA0FkZAolCgZzY29yZXMSCHBvc2l0aXZlGghwb3NpdGl2ZSIHU2lnbW9pZAooCgNvbmUKCHBvc2l0aXZlEghuZWdhdGl2ZRoIbmVnYXRpdmUiA1N1YgpHCghuZWdhdGl2ZQoIcG9zaXRpdmUSDXByb2JhYmlsaXRpZXMaDXByb2JhYmlsaXRpZXMiBkNvbmNhdCoLCgRheGlzGAGgAQIKQwoNcHJvYmFiaWxpdGllcxIFbGFiZWwaBWxhYmVsIgZBcmdNYXgqCwoEYXhpcxgBoAECKg8KCGtlZXBkaW1zGACgAQISDGxpbmVhci1tb2RlbCoZCgICARABIggAAIA/AAAAwEIHd2VpZ2h0cyoXCgEBEAEiBM3MzD1CCmludGVyY2VwdHMqEAoBARABIgQAAIA/QgNvbmVaGwoFaW5wdXQSEgoQCAESDAoGEgRyb3dzCgIIAmIXCgVsYWJlbBIOCgwIBxIICgYSBHJvd3NiIwoNcHJvYmFiaWxpdGllcxISChAIARIMCgYSBHJvd3MKAggCQgQKABANQg4KCmFpLm9ubngubWwQA3IZCgxmZWF0dXJlTmFtZXMSCVsiYSIsImIiXQ=="`,
    );
  });

  it('wants one coefficient a feature and one intercept a score', () => {
    const model = { featureNames: ['a', 'b'], coefficients: [[1, -2]], intercepts: [0], link: 'identity' } as const;

    expect(() => linearModelToOnnx({ ...model, coefficients: [[1]] })).toThrow('1 coefficients for 2 features');
    expect(() => linearModelToOnnx({ ...model, intercepts: [] })).toThrow('0 intercepts for 1 scores');
  });
});
