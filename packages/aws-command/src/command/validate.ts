import type { ListShape, MapShape, OperationModel, Shape, StructureShape } from '@cairn/emulator-kit/schema';
import { type CommandFailure, EXIT, plainFailure } from './failure.ts';
import { findTimestamp } from './timestamp.ts';

/** @returns the report of botocore's parameter validation, undefined when there is nothing to say */
export function validationFailure({ input: shape }: OperationModel, input: unknown): CommandFailure | undefined {
  const faults: string[] = [];
  if (shape.kind === 'structure') checkStructure(shape, input, '', faults);
  if (faults.length === 0) return undefined;
  return plainFailure(`Parameter validation failed:\n${faults.join('\n')}`, EXIT.misused);
}

function check(shape: Shape, value: unknown, name: string, faults: string[]): void {
  switch (shape.kind) {
    case 'structure':
      checkStructure(shape, value, name, faults);
      break;
    case 'list':
      checkList(shape, value, name, faults);
      break;
    case 'map':
      checkMap(shape, value, name, faults);
      break;
    default:
      checkScalar(shape, value, name, faults);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

function checkStructure(shape: StructureShape, value: unknown, name: string, faults: string[]): void {
  if (!isRecord(value)) {
    faults.push(wrongType(name, value, "<class 'dict'>"));
    return;
  }
  faults.push(...memberFaults(shape, value, shownName(name)));
  for (const [key, one] of Object.entries(value)) {
    const member = shape.memberByName.get(key);
    if (member) check(member.shape, one, `${name}.${key}`, faults);
  }
}

function memberFaults(shape: StructureShape, value: Readonly<Record<string, unknown>>, shown: string): string[] {
  const given = Object.keys(value);
  const members = [...shape.memberByName.keys()].join(', ');
  const union =
    shape.isUnion && given.length !== 1
      ? [
          `Invalid number of parameters set for tagged union structure ${shown}. Can only set one of the following keys: ${members}.`,
        ]
      : [];
  const missing = shape.members
    .filter((member) => member.isRequired && !member.traits.idempotencyToken && !Object.hasOwn(value, member.name))
    .map((member) => `Missing required parameter in ${shown}: "${member.name}"`);
  const unknown = given
    .filter((key) => !shape.memberByName.has(key))
    .map((key) => `Unknown parameter in ${shown}: "${key}", must be one of: ${members}`);
  return [...union, ...missing, ...unknown];
}

function checkList(shape: ListShape, value: unknown, name: string, faults: string[]): void {
  if (!Array.isArray(value)) {
    faults.push(wrongType(name, value, "<class 'list'>, <class 'tuple'>"));
    return;
  }
  checkLength(value.length, shape.constraint?.min, name, faults);
  value.forEach((one, index) => {
    check(shape.member, one, `${name}[${index}]`, faults);
  });
}

function checkMap(shape: MapShape, value: unknown, name: string, faults: string[]): void {
  if (!isRecord(value)) {
    faults.push(wrongType(name, value, "<class 'dict'>"));
    return;
  }
  for (const [key, one] of Object.entries(value)) check(shape.value, one, `${name}.${key}`, faults);
}

type Scalar = Exclude<Shape, StructureShape | ListShape | MapShape>;

function checkScalar(shape: Scalar, value: unknown, name: string, faults: string[]): void {
  if (!fits(shape, value)) {
    faults.push(wrongType(name, value, typesOf(shape)));
    return;
  }
  if (shape.kind === 'number' && shape.constraint?.min !== undefined && Number(value) < shape.constraint.min) {
    faults.push(
      `Invalid value for parameter ${shownName(name)}, value: ${value}, valid min value: ${shape.constraint.min}`,
    );
  }
  if (shape.kind === 'string' || shape.kind === 'blob') {
    const length = typeof value === 'string' || value instanceof Uint8Array ? value.length : 0;
    checkLength(length, shape.constraint?.min, name, faults);
  }
}

function fits(shape: Scalar, value: unknown): boolean {
  switch (shape.kind) {
    case 'string':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && (shape.integer !== true || Number.isInteger(value));
    case 'boolean':
      return typeof value === 'boolean';
    case 'blob':
      return typeof value === 'string' || value instanceof Uint8Array;
    case 'timestamp':
      return (typeof value === 'string' || typeof value === 'number') && findTimestamp(value) !== undefined;
    case 'document':
    case 'unit':
      return true;
  }
}

function typesOf(shape: Scalar): string {
  switch (shape.kind) {
    case 'string':
      return "<class 'str'>";
    case 'number':
      return shape.integer === true ? "<class 'int'>" : "<class 'float'>, <class 'decimal.Decimal'>, <class 'int'>";
    case 'boolean':
      return "<class 'bool'>";
    case 'blob':
      return "<class 'bytes'>, <class 'bytearray'>, file-like object";
    case 'timestamp':
      return "<class 'datetime.datetime'>, timestamp-string";
    case 'document':
    case 'unit':
      return '';
  }
}

function checkLength(length: number, min: number | undefined, name: string, faults: string[]): void {
  if (min === undefined || length >= min) return;
  faults.push(`Invalid length for parameter ${shownName(name)}, value: ${length}, valid min length: ${min}`);
}

function wrongType(name: string, value: unknown, valid: string): string {
  const [shown, type] = described(value);
  return `Invalid type for parameter ${shownName(name)}, value: ${shown}, type: <class '${type}'>, valid types: ${valid}`;
}

/** A value and its type as Python names them. */
function described(value: unknown): [shown: string, type: string] {
  if (value === null || value === undefined) return ['None', 'NoneType'];
  if (typeof value === 'boolean') return [value ? 'True' : 'False', 'bool'];
  if (typeof value === 'number') return [String(value), Number.isInteger(value) ? 'int' : 'float'];
  if (typeof value === 'string') return [value, 'str'];
  if (value instanceof Uint8Array) return [`${value.length} bytes`, 'bytes'];
  return [JSON.stringify(value), Array.isArray(value) ? 'list' : 'dict'];
}

function shownName(name: string): string {
  return name === '' ? 'input' : name.replace(/^\./, '');
}
