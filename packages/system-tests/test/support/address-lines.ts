import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, it } from '@jest/globals';
import { leadsIn } from '@order-ledger/platform/address-watch';
import { platformSettings } from '@order-ledger/platform/config';
import { programOf } from '@order-ledger/platform/own-program';
import { SETTINGS } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'order-ledger-addresses-'));

/** Nobody listens on port 1 of this machine, and the folder has no such file. */
export const NOWHERE: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgres://jane:secretpw@127.0.0.1:1/x',
  DATABASE_REPLICA_URL: 'postgres://jane:secretpw@127.0.0.1:1/x',
  EVENTSTORE_URL: 'esdb://jane:secretpw@127.0.0.1:1?tls=false',
  AMQP_URL: 'amqp://jane:secretpw@127.0.0.1:1',
  REDIS_URL: 'redis://:secretpw@127.0.0.1:1',
  JWKS: 'http://127.0.0.1:1/jwks',
  QUERY_API_URL: 'http://127.0.0.1:1',
  COMMAND_API_URL: 'http://127.0.0.1:1',
  UPLOAD_API_URL: 'http://127.0.0.1:1',
  PROMETHEUS_URL: 'http://127.0.0.1:1',
  READY_URLS: 'http://127.0.0.1:1/health/ready',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
  FREE_TEXT_KEY_FILE: join(folder, 'no-key'),
  CURSOR_SECRET_FILE: join(folder, 'no-secrets'),
  SIGN_IN_PEOPLE_FILE: join(folder, 'no-people'),
  SIGN_IN_KEY_FILE: join(folder, 'no-key-of-people'),
  MODEL_TOKEN_FILE: join(folder, 'no-token'),
};
const OTHERS = { UPLOAD_FOLDER: join(folder, 'uploads'), PORT: '0', ADMIN_PORT: '0' };

export const shapeOf = (name: string) =>
  ({ ...SETTINGS[name]?.shape, ...platformSettings.shape }) as Parameters<typeof leadsIn>[0];

/** Each of them, started where nothing is, as tests. */
export const tellOfAddresses = (names: readonly string[]): void => {
  it.each(names)(
    '%s tells each address that leads nowhere in a line with its variable',
    async (name) => {
      const wanted = leadsIn(shapeOf(name), NOWHERE).map(({ variable }) => variable);
      const child = spawn(process.execPath, [programOf(name)], {
        env: { PATH: process.env.PATH, ...NOWHERE, ...OTHERS },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      const missing = () => wanted.filter((variable) => !said.includes(`${variable} leads nowhere: `));
      const closed = once(child, 'close');
      const told = new Promise<void>((resolve) => {
        child.stdout.on('data', (bytes) => {
          said += String(bytes);
          if (missing().length === 0) resolve();
        });
      });
      await Promise.race([told, closed, delay(90_000, undefined, { ref: false })]);
      child.kill('SIGKILL');
      await closed;
      expect(missing()).toEqual([]);
      expect(said).not.toContain('secretpw');
      // What ends because of it says so without the places in the code.
      const ending = said.split('\n').filter((line) => line.includes('"not started') || line.includes('"failed"'));
      for (const line of ending) expect(line).not.toContain('"stack"');
      expect(said).not.toContain('"message":"failed"');
    },
    120_000,
  );

  afterAll(() => rmSync(folder, { recursive: true }));
};
