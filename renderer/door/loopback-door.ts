import type { Answer, Host, HostCall } from '#host/contract.ts';
import { HOST_CALLS } from '#host/contract.ts';

/** The way to the host through the loopback server that served this page. */
export function loopbackDoor(token: string): Host {
  const calls = Object.keys(HOST_CALLS).map((call) => [
    call,
    (request: object) => callHost(call as HostCall, request, token),
  ]);
  return Object.fromEntries(calls) as Host;
}

async function callHost(call: HostCall, request: object, token: string): Promise<Answer<unknown>> {
  try {
    const headers = { authorization: `Bearer ${token}` };
    const body = JSON.stringify(request);
    const response = await fetch(`/call/${call}`, { method: 'POST', headers, body });
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

function failed(call: HostCall, status: number): Answer<never> {
  // The server answers 500 when it has met a fault of its own, and prints it where it runs.
  const code = status >= 500 ? 'our-bug' : 'door-closed';
  return { ok: false, failure: { code, values: { call, status } } };
}
