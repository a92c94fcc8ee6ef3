export type Fields = Record<string, unknown>;

/** Sets a field of the caller's naming. Plain assignment would let the name `__proto__` change the object's prototype. */
export function setField(target: Fields, name: string, value: unknown): void {
  if (name !== '__proto__') {
    target[name] = value;
    return;
  }
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}
