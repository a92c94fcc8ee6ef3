import { type Bytes, floats, joined, nested, text, whole, wholes } from './protobuf.ts';

// Field numbers are those of onnx.proto (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).

const FLOAT = 1;
const INT64 = 7;
/** Of IR version 8 with operator set 13 and ai.onnx.ml 3: what runtimes since 2021 read. */
const VERSIONS = { ir: 8, onnx: 13, ml: 3 } as const;
const ML_DOMAIN = 'ai.onnx.ml';
const ATTRIBUTE_TYPES = { whole: 2, text: 3, floats: 6, wholes: 7, texts: 8 } as const;

type Attribute =
  | { readonly kind: 'whole'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'floats'; readonly value: readonly number[] }
  | { readonly kind: 'wholes'; readonly value: readonly number[] }
  | { readonly kind: 'texts'; readonly value: readonly string[] };

/** One operation: names of what goes in and out. */
export type Operation = {
  readonly type: string;
  readonly isMl?: true;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
};

/** A constant: row by row. */
export type Constant = { readonly name: string; readonly dims: readonly number[]; readonly values: readonly number[] };

/** What the graph gives: one row a row of the input. */
export type Output = { readonly name: string; readonly type: 'float' | 'int64'; readonly width: number | 'none' };

export type Graph = {
  readonly name: string;
  /** Features of the float input `input`, in order. */
  readonly featureNames: readonly string[];
  readonly operations: readonly Operation[];
  readonly constants: readonly Constant[];
  readonly outputs: readonly Output[];
};

function valueBytes(attribute: Attribute): Bytes[] {
  switch (attribute.kind) {
    case 'whole':
      return [whole(3, attribute.value)];
    case 'text':
      return [text(4, attribute.value)];
    case 'floats':
      return [floats(7, attribute.value)];
    case 'wholes':
      return [wholes(8, attribute.value)];
    case 'texts':
      return attribute.value.map((value) => text(9, value));
  }
}

function operationBytes({ type, isMl, inputs, outputs, attributes = {} }: Operation): Bytes {
  const named = Object.entries(attributes).map(([name, attribute]) =>
    nested(5, text(1, name), ...valueBytes(attribute), whole(20, ATTRIBUTE_TYPES[attribute.kind])),
  );
  const domain = isMl ? [text(7, ML_DOMAIN)] : [];
  const names = [...inputs.map((name) => text(1, name)), ...outputs.map((name) => text(2, name))];
  return nested(1, ...names, text(3, outputs[0] ?? type), text(4, type), ...named, ...domain);
}

function constantBytes({ name, dims, values }: Constant): Bytes {
  return nested(5, wholes(1, dims), whole(2, FLOAT), floats(4, values), text(8, name));
}

/** Name, element type and shape: a free number of rows, then `width`. */
function valueInfo(field: number, name: string, type: number, width: number | 'none'): Bytes {
  const columns = width === 'none' ? [] : [nested(1, whole(1, width))];
  const shape = nested(2, nested(1, text(2, 'rows')), ...columns);
  return nested(field, text(1, name), nested(2, nested(1, whole(1, type), shape)));
}

/** The bytes of a model file. */
export function modelBytes({ name, featureNames, operations, constants, outputs }: Graph): Bytes {
  const graph = nested(
    7,
    ...operations.map(operationBytes),
    text(2, name),
    ...constants.map(constantBytes),
    valueInfo(11, 'input', FLOAT, featureNames.length),
    ...outputs.map((output) => valueInfo(12, output.name, output.type === 'float' ? FLOAT : INT64, output.width)),
  );
  const opset = (domain: string, version: number) => nested(8, text(1, domain), whole(2, version));
  const features = nested(14, text(1, 'featureNames'), text(2, JSON.stringify(featureNames)));
  const head = [whole(1, VERSIONS.ir), text(2, 'cairn')];
  return joined([...head, graph, opset('', VERSIONS.onnx), opset(ML_DOMAIN, VERSIONS.ml), features]);
}
