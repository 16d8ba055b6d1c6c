import type { Answer, Host, HostCall } from '#host/contract.ts';
import { HOST_CALLS, mostBytes } from '#host/contract.ts';
import { type BytesRequest, writeEnvelope } from './envelope.ts';

/** The way to the host through the loopback server that served this page. */
export function loopbackDoor(token: string): Host {
  const calls = Object.keys(HOST_CALLS).map((call) => [
    call,
    (request: object) => callHost(call as HostCall, request, token),
  ]);
  return Object.fromEntries(calls) as Host;
}

async function callHost(call: HostCall, request: object, token: string): Promise<Answer<unknown>> {
  const hasBytes = HOST_CALLS[call].request === 'bytes';
  if (hasBytes && (request as BytesRequest).bytes.length > mostBytes(call)) return tooLarge(call);
  try {
    const response = await fetch(`/call/${call}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': hasBytes ? 'application/octet-stream' : 'application/json',
      },
      body: hasBytes ? writeEnvelope(request as BytesRequest) : JSON.stringify(request),
    });
    return response.ok ? await readAnswer(response) : failed(call, response.status);
  } catch {
    return failed(call, 0);
  }
}

async function readAnswer(response: Response): Promise<Answer<unknown>> {
  if (response.headers.get('content-type') === 'application/octet-stream') {
    return { ok: true, value: new Uint8Array(await response.arrayBuffer()) };
  }
  return (await response.json()) as Answer<unknown>;
}

/** The server reads no more than that; told here before all of it has been sent in vain. */
function tooLarge(call: HostCall): Answer<never> {
  const megabytes = mostBytes(call) / 1024 / 1024;
  return { ok: false, failure: { code: 'too-large', values: { call, megabytes } } };
}

function failed(call: HostCall, status: number): Answer<never> {
  // The server answers 500 when it has met a fault of its own, and prints it where it runs.
  const code = status >= 500 ? 'our-bug' : 'door-closed';
  return { ok: false, failure: { code, values: { call, status } } };
}
