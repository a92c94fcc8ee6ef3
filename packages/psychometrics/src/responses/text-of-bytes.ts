const isPlain = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 128);

/** UTF-8 bytes as text; bytes that are no UTF-8 are read as Latin-1, so that a wrong id is still recognised. */
export function textOf(bytes: Uint8Array): string {
  const latin = String.fromCharCode(...bytes);
  if (isPlain(bytes)) return latin;
  const escaped = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch {
    return latin;
  }
}
