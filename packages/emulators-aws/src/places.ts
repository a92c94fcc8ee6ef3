/**
 * A file of this package by its place in it, such as `packs/s3.json`. Kept in the package's top folder on purpose: the
 * sources, the compiled modules and the bundle all lie one folder below the package, so this is right in each of them.
 */
export const packageFile = (path: string): URL => new URL(`../${path}`, import.meta.url);
