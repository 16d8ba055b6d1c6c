/*
 * A request that carries bytes travels as one body: the length of its values as four bytes, most
 * significant first, then the values as JSON, then the bytes. renderer/door writes it.
 */

const LENGTH_BYTES = 4;

/** The values of a request that carries none but them; undefined when they are no JSON object. */
export function readValues(body: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The values with the field `bytes`; undefined when the body is no envelope. */
export function readEnvelope(body: Uint8Array): object | undefined {
  if (body.length < LENGTH_BYTES) return undefined;
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const end = LENGTH_BYTES + view.getUint32(0);
  if (end > body.length) return undefined;
  const values = readValues(body.subarray(LENGTH_BYTES, end));
  return values === undefined ? undefined : { ...values, bytes: body.subarray(end) };
}
