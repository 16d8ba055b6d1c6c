/** A request that carries bytes beside its values. */
export interface BytesRequest {
  readonly bytes: Uint8Array;
}

const LENGTH_BYTES = 4;

/**
 * The request as one body: the length of its values as four bytes, most significant first, then the
 * values as JSON, then the bytes. host/loopback/envelope.ts reads it.
 */
export function writeEnvelope({ bytes, ...values }: BytesRequest): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(values));
  const body = new Uint8Array(LENGTH_BYTES + json.length + bytes.length);
  new DataView(body.buffer).setUint32(0, json.length);
  body.set(json, LENGTH_BYTES);
  body.set(bytes, LENGTH_BYTES + json.length);
  return body;
}
