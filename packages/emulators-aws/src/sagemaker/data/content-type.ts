/** A media type with its parameters: `text/csv; label_size=0`. */
export interface ContentType {
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export function parseContentType(text: string): ContentType {
  const [type = '', ...rest] = text.split(';').map((part) => part.trim().toLowerCase());
  const parameters = rest.map((part) => part.split('=').map((side) => side.trim()));
  return { type, parameters: Object.fromEntries(parameters.map(([key = '', value = '']) => [key, value])) };
}
