const PLURAL_ACRONYM = /[A-Z]{2,}s$/;

/** `CreateDBInstance` → `create-db-instance`, `GatewayARNs` → `gateway-arns`: botocore's `xform_name`. */
export function dashed(name: string): string {
  if (name.includes('-')) return name;
  const plural = PLURAL_ACRONYM.exec(name)?.[0];
  const prepared = plural === undefined ? name : `${name.slice(0, -plural.length)}-${plural.toLowerCase()}`;
  return prepared
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}
