export type PaySearch = { readonly role?: string; readonly region?: string };

export function parsePaySearch({ role, region }: Record<string, unknown>): PaySearch {
  return { ...(typeof role === 'string' && { role }), ...(typeof region === 'string' && { region }) };
}
