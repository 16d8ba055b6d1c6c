import { expect, it } from 'vitest';
import { type TargetDraft, targetDraft, targetRequest } from '#renderer/delivery/target-draft.ts';

const server: TargetDraft = {
  ...targetDraft(undefined),
  name: ' 印厂 ',
  kind: 'sftp',
  host: 'press.example',
  user: 'paper',
  serverFolder: '/in',
};

it('asks for nothing while the name or the way is missing', () => {
  expect(targetRequest(targetDraft(undefined))).toBeUndefined();
  expect(targetRequest({ ...server, name: ' ' })).toBeUndefined();
  expect(targetRequest({ ...server, user: '' })).toBeUndefined();
  expect(targetRequest({ ...server, serverFolder: 'in' })).toBeUndefined();
  expect(targetRequest({ ...server, port: '2２' })).toBeUndefined();
  expect(targetRequest({ ...server, port: '70000' })).toBeUndefined();
  expect(targetRequest({ ...server, kind: 'hot folder', hotFolder: '' })).toBeUndefined();
});

it('hands on a server without key and password as such', () => {
  expect(targetRequest(server)).toMatchObject({
    name: '印厂',
    way: { kind: 'sftp', host: 'press.example', port: 22, hostKey: undefined, keyFile: undefined },
    password: undefined,
  });
});

it('shows a kept target as it was filled in, but for the password', () => {
  const request = targetRequest({ ...server, hostKey: 'SHA256:x', keyFile: '/k', password: 'p' });
  expect(request).toBeDefined();
  if (request === undefined) return;
  const kept = { ...request, address: '', hasPassword: true };
  expect(targetRequest(targetDraft(kept))).toEqual({ ...request, password: undefined });
});
