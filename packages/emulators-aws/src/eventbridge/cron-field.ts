/** What a field of a cron expression lets pass; `day` fields look at more than a number. */
export interface FieldRange {
  readonly min: number;
  readonly max: number;
  /** Such as JAN for 1. */
  readonly names?: readonly string[];
  readonly firstName?: number;
}

/**
 * The values that a field lists: `*`, `5`, `1-5`, `1,3`, `0/15`, names. Undefined when it is none of these.
 *
 * @see EventBridge user guide, "Cron expressions reference"
 */
export function parseField(text: string, range: FieldRange): ReadonlySet<number> | undefined {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const listed = parsePart(part, range);
    if (!listed) return undefined;
    for (const value of listed) values.add(value);
  }
  return values;
}

function parsePart(part: string, range: FieldRange): readonly number[] | undefined {
  const [body = '', step, ...more] = part.split('/');
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return undefined;
  const bounds = parseBounds(body, range, step !== undefined);
  if (!bounds) return undefined;
  const stride = step === undefined ? 1 : Number(step);
  const count = Math.floor((bounds[1] - bounds[0]) / stride) + 1;
  return Array.from({ length: count }, (_, index) => bounds[0] + index * stride);
}

function parseBounds(body: string, range: FieldRange, isStepped: boolean): readonly [number, number] | undefined {
  if (body === '*' || body === '?') return [range.min, range.max];
  const [from = '', to, ...more] = body.split('-');
  const first = parseValue(from, range);
  const last = to === undefined ? first : parseValue(to, range);
  if (more.length > 0 || first === undefined || last === undefined || last < first) return undefined;
  return [first, isStepped && to === undefined ? range.max : last];
}

export function parseValue(text: string, { min, max, names = [], firstName = min }: FieldRange): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return named + firstName;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}
