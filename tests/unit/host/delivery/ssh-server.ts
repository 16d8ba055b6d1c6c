import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fingerprintOf, type SftpAddress } from '#host/delivery/sftp-place.ts';

/** OpenSSH's own server on 127.0.0.1, with a folder that stands for the print shop's. */
export interface SshServer {
  readonly address: SftpAddress;
  /** The print shop's folder on this disk. */
  readonly folder: string;
  /** A private key that nobody has let in. */
  readonly strangeKey: string;
  stop(): Promise<void>;
}

const SSHD = '/usr/sbin/sshd';

/** Starts the server of Debian's package openssh-server with keys of its own. */
export async function startSshServer(): Promise<SshServer> {
  const place = mkdtempSync(join(tmpdir(), 'banxin-sshd-'));
  const folder = join(place, 'hot-folder');
  mkdirSync(folder);
  for (const name of ['host', 'newsroom', 'stranger']) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(place, name)]);
  }
  writeFileSync(join(place, 'let-in'), readFileSync(join(place, 'newsroom.pub')));
  const port = await freePort();
  writeFileSync(join(place, 'config'), configOf(place, port));
  // The server parts its privileges in a folder that only a booted system has.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const server = spawn(SSHD, ['-D', '-e', '-f', join(place, 'config')], { stdio: 'ignore' });
  await answering(port, server);
  const hostKey = readFileSync(join(place, 'host.pub'), 'utf8').split(' ')[1] ?? '';
  return {
    folder,
    strangeKey: join(place, 'stranger'),
    address: {
      host: '127.0.0.1',
      port,
      user: userInfo().username,
      folder,
      hostKey: fingerprintOf(Buffer.from(hostKey, 'base64')),
      keyFile: join(place, 'newsroom'),
    },
    async stop() {
      const ended = new Promise((exited) => server.once('exit', exited));
      server.kill('SIGTERM');
      await ended;
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function configOf(place: string, port: number): string {
  return [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${join(place, 'host')}`,
    `AuthorizedKeysFile ${join(place, 'let-in')}`,
    `PidFile ${join(place, 'pid')}`,
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'UsePAM no',
    'StrictModes no',
    'PermitRootLogin prohibit-password',
    'Subsystem sftp internal-sftp',
    'ForceCommand internal-sftp',
    '',
  ].join('\n');
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

async function answering(port: number, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`sshd ended with ${server.exitCode}`);
    const isThere = await new Promise<boolean>((tried) => {
      const line = connect(port, '127.0.0.1', () => tried(true));
      line.once('error', () => tried(false));
      line.once('connect', () => line.destroy());
    });
    if (isThere) return;
    await new Promise((passed) => setTimeout(passed, 50));
  }
  throw new Error('sshd does not answer');
}
