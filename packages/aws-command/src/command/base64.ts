const CHUNK = 0x8000;

export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** As Python's `b64decode` reads it: other characters are skipped, the padding must be there. */
export function findBase64(text: string): Uint8Array | undefined {
  const kept = text.replace(/[^A-Za-z0-9+/=]/g, '');
  const data = /^[^=]*/.exec(kept)?.[0] ?? '';
  const padding = kept.length - data.length;
  const isWhole = data.length % 4 === 0 || (data.length % 4 > 1 && padding >= 4 - (data.length % 4));
  if (!isWhole) return undefined;
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
}
