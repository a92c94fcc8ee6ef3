type Place = { readonly to: '/'; readonly search: object };

/** An address that the server names, as the router takes it: it matches such a path like any other. */
export function placeOf(link: string): Place {
  const [path = '/', query = ''] = link.split('?');
  const search = [...new URLSearchParams(query)].map(([name, value]) => [
    name,
    /^\d+$/.test(value) ? Number(value) : value,
  ]);
  return { to: path as '/', search: Object.fromEntries(search) };
}
