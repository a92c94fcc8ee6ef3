import { type Expression, parseIntrinsic } from './intrinsic-syntax.ts';
import { INTRINSICS } from './intrinsics.ts';
import { isList, isObject, type Json, type JsonObject } from './json.ts';
import { isReferencePath } from './json-path.ts';
import { parsePath } from './path-syntax.ts';

/** What is wrong with a definition, and where. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  /** `/States/Train/Next`. */
  readonly location: string;
}

/** Collects all problems of a definition. */
export class Problems {
  readonly all: Problem[] = [];

  schema(message: string, location: string): void {
    this.all.push({ code: 'SCHEMA_VALIDATION_FAILED', message, location });
  }

  transition(message: string, location: string): void {
    this.all.push({ code: 'MISSING_TRANSITION_TARGET', message, location });
  }

  /** Fields that are there but may not, and fields that must be there. */
  fields(object: JsonObject, known: readonly string[], location: string): void {
    for (const name of Object.keys(object)) {
      if (!known.includes(name)) this.schema(`Field "${name}" is not supported here`, `${location}/${name}`);
    }
  }

  text(object: JsonObject, name: string, location: string, isRequired = false): string | undefined {
    const value = object[name];
    if (typeof value === 'string' && value !== '') return value;
    if (value !== undefined || isRequired)
      this.schema(`Field "${name}" must be a non-empty string`, `${location}/${name}`);
    return undefined;
  }

  whole(object: JsonObject, name: string, location: string, least = 0): void {
    const value = object[name];
    if (value === undefined) return;
    if (!Number.isInteger(value) || Number(value) < least) {
      this.schema(`Field "${name}" must be a whole number of at least ${least}`, `${location}/${name}`);
    }
  }

  /** A path, or null where that means nothing at all. */
  path(object: JsonObject, name: string, location: string, kind: 'reference' | 'any', mayBeNull = false): void {
    const value = object[name];
    if (value === undefined || (value === null && mayBeNull)) return;
    const place = `${location}/${name}`;
    if (typeof value !== 'string') this.schema(`Field "${name}" must be a JSONPath`, place);
    else this.#pathText(value, kind, place);
  }

  #pathText(path: string, kind: 'reference' | 'any', place: string): void {
    try {
      const plain = path.startsWith('$$') ? path.slice(1) : path;
      if (kind === 'reference' && !isReferencePath(plain)) this.schema(`"${path}" is no Reference Path`, place);
      else parsePath(plain);
    } catch (error) {
      this.schema(`Invalid path "${path}": ${whyOf(error)}`, place);
    }
  }

  /** Members that end in `.$` hold a path or an intrinsic function. */
  template(value: Json | undefined, place: string): void {
    if (isList(value)) for (const [index, item] of value.entries()) this.template(item, `${place}[${index}]`);
    if (!isObject(value)) return;
    for (const [name, member] of Object.entries(value)) {
      if (!name.endsWith('.$')) this.template(member, `${place}/${name}`);
      else if (typeof member !== 'string')
        this.schema('The value of a field that ends in .$ must be a string', `${place}/${name}`);
      else this.expression(member, `${place}/${name}`);
    }
  }

  expression(text: string, place: string): void {
    if (text.startsWith('$')) {
      this.#pathText(text, 'any', place);
      return;
    }
    try {
      this.#call(parseIntrinsic(text), place);
    } catch (error) {
      this.schema(
        `The value "${text}" must be a valid JSONPath or a valid intrinsic function call: ${whyOf(error)}`,
        place,
      );
    }
  }

  #call(expression: Expression, place: string): void {
    if (expression.kind === 'path') this.#pathText(expression.path, 'any', place);
    if (expression.kind !== 'call') return;
    if (!(expression.name in INTRINSICS)) this.schema(`There is no intrinsic function ${expression.name}`, place);
    for (const argument of expression.arguments) this.#call(argument, place);
  }
}

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
