import { createCipheriv, createDecipheriv } from 'node:crypto';
import { invalidCiphertext } from './errors.ts';
import type { Key, KmsCall } from './state.ts';

export type EncryptionContext = Readonly<Record<string, string>>;

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ID_BYTES = 16;
/** What every ciphertext of ours begins with; in base64 `AQIC`, as those of AWS. */
const MARK = Uint8Array.from([1, 2, 2, 0]);
const HEAD_BYTES = MARK.length + ID_BYTES;

/** Random bytes of the account: the same calls give the same bytes, so that a lab can be replayed. */
export function randomBytes(call: KmsCall, length: number): Uint8Array {
  const rng = call.rng();
  return Uint8Array.from({ length }, () => rng.below(256));
}

export const keyBytes = (call: KmsCall): Uint8Array => randomBytes(call, KEY_BYTES);

/** AES-256-GCM; mark and key id stand before it in clear, so that Decrypt finds the key. */
export function encrypt(call: KmsCall, key: Key, plaintext: Uint8Array, context: EncryptionContext): Uint8Array {
  const head = Buffer.concat([MARK, Buffer.from(key.id.replaceAll('-', ''), 'hex')]);
  const iv = randomBytes(call, IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.material, iv);
  cipher.setAAD(Buffer.concat([head, bytesOf(context)]));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return new Uint8Array(Buffer.concat([head, iv, cipher.getAuthTag(), body]));
}

/** Throws InvalidCiphertextException when a bit or the context is another than at encryption. */
export function decrypt(key: Key, ciphertext: Uint8Array, context: EncryptionContext): Uint8Array {
  const head = ciphertext.subarray(0, HEAD_BYTES);
  const iv = ciphertext.subarray(HEAD_BYTES, HEAD_BYTES + IV_BYTES);
  const tag = ciphertext.subarray(HEAD_BYTES + IV_BYTES, HEAD_BYTES + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key.material, iv);
  decipher.setAAD(Buffer.concat([head, bytesOf(context)]));
  decipher.setAuthTag(tag);
  const body = decipher.update(ciphertext.subarray(HEAD_BYTES + IV_BYTES + TAG_BYTES));
  try {
    return new Uint8Array(Buffer.concat([body, decipher.final()]));
  } catch {
    throw invalidCiphertext(); // the tag does not fit
  }
}

/** The id of the key that made a ciphertext. Throws InvalidCiphertextException for bytes that KMS never made. */
export function keyIdIn(ciphertext: Uint8Array | undefined): string {
  const isOurs = ciphertext !== undefined && ciphertext.length >= HEAD_BYTES + IV_BYTES + TAG_BYTES;
  if (!isOurs || MARK.some((byte, index) => ciphertext[index] !== byte)) throw invalidCiphertext();
  const digits = Buffer.from(ciphertext.subarray(MARK.length, HEAD_BYTES)).toString('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The order of the pairs does not matter. */
function bytesOf(context: EncryptionContext): Uint8Array {
  const pairs = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify(pairs));
}
