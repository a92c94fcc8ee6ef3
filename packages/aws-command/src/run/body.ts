/** The bytes of an answer's body: bytes, a text, or a stream of an SDK client. */
export async function bodyBytes(body: unknown): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (typeof body !== 'object' || body === null) return new Uint8Array();
  if ('transformToByteArray' in body && typeof body.transformToByteArray === 'function') {
    return body.transformToByteArray();
  }
  if ('arrayBuffer' in body && typeof body.arrayBuffer === 'function') return new Uint8Array(await body.arrayBuffer());
  throw new RangeError('the body of the answer is neither bytes nor a stream of an SDK client');
}
