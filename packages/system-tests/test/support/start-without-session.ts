import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { PROCESSES } from '@order-ledger/local/processes';
import { programOf } from '@order-ledger/platform/own-program';

/** Starts each of them at this address of a database, one after the other: each ends, and says that it has no session. */
export const endWithoutSession = async (names: readonly string[], url: string, folder: string): Promise<void> => {
  const file = join(folder, 'key');
  writeFileSync(file, Buffer.alloc(32, 7));
  const dependencies = {
    eventStore: 'esdb://127.0.0.1:1?tls=false',
    databases: Object.fromEntries(PROCESSES.map(({ schema }) => [schema, url])),
    redis: 'redis://127.0.0.1:1',
    amqp: 'amqp://127.0.0.1:1',
    jwksFile: file,
    freeTextKeyFile: file,
    cursorSecretFile: file,
    dashboardFolder: undefined,
    peopleFile: '',
    signingKeyFile: '',
    uploadFolder: join(folder, 'uploads'),
    modelTokenFile: file,
    urlOf: () => 'http://127.0.0.1:1',
    operatorUrlOf: () => 'http://127.0.0.1:1',
    logFolder: '',
    spanFolder: '',
  };
  for (const { name, env } of PROCESSES.filter((one) => names.includes(one.name))) {
    const child = spawn(process.execPath, [programOf(name)], {
      env: { ...process.env, ...env(dependencies), PORT: '0', ADMIN_PORT: '0', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
    });
    const [exitCode] = await once(child, 'close');
    const failed = said.split('\n').find((line) => line.includes('"failed"')) ?? said;
    expect([name, exitCode, failed]).toEqual([name, 1, expect.stringContaining('pooler in transaction mode')]);
  }
};
