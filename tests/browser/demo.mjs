// The daemon's own demo as the world of the stories: it starts, says where it is, and is ended.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const kStartMax = 40_000; // ms

export async function startDemo(program) {
  const folder = mkdtempSync(join(tmpdir(), 'fundwatch-browser-'));
  const child = spawn(program, ['serve', '--demo'], { env: { ...process.env, TMPDIR: folder } });
  let said = '';
  child.stdout.on('data', bytes => { said += bytes; });
  child.stderr.on('data', bytes => { said += bytes; });
  const until = Date.now() + kStartMax;
  while (!said.includes('Stop with Ctrl-C')) {
    if (child.exitCode !== null || Date.now() > until) throw new Error('the demo did not start:\n' + said);
    await pause(100);
  }
  const [, email, password] = said.match(/log in as (\S+) with (\S+)/);
  return {
    base: said.match(/pages for readers are at (\S+)/)[1],
    maildir: said.match(/digests lie in (\S+)/)[1],
    email,
    password,
    said: () => said,
    stop: async () => {
      const ended = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

// The newest mail to the address that `fits` takes, its text decoded; waits until it is there.
export async function mailTo(demo, address, fits) {
  const until = Date.now() + 15_000;
  while (Date.now() < until) {
    const files = readdirSync(demo.maildir).map(name => join(demo.maildir, name));
    files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
    for (const file of files) {
      const mail = decoded(readFileSync(file, 'latin1'));
      if (mail.includes(address) && fits(mail)) return mail;
    }
    await pause(200);
  }
  throw new Error('no such mail to ' + address);
}

// Quoted-printable and base64 parts as text, good enough to find links in.
function decoded(raw) {
  const parts = raw.split(/\r?\n\r?\n(?=[A-Za-z0-9+/=\r\n]{60,}\r?\n)/);
  const plain = raw.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  const bodies = parts.slice(1).map(part => Buffer.from(part.split(/\r?\n--/)[0], 'base64').toString('utf8'));
  return Buffer.from(plain, 'latin1').toString('utf8') + '\n' + bodies.join('\n');
}

export function linkIn(mail, demo, path) {
  const start = mail.indexOf(demo.base + path);
  if (start < 0) throw new Error('no link to ' + path + ' in the mail');
  return mail.slice(start).match(/^[^\s"<>]+/)[0];
}
