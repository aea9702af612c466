import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { programOf } from '@order-ledger/platform/own-program';
import type { System } from '@order-ledger/testing/running/bridge';
import { brokerUrl } from '@order-ledger/testing/services/broker';

const MAIN = programOf('bridge');

export interface BridgeProcess {
  /** Address of its health and metrics, once it serves them. */
  readonly url: Promise<string>;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** The process as it is deployed, from what is built. */
export const startBridgeProcess = ({ store, databaseUrl, prefix }: System): BridgeProcess => {
  const child: ChildProcess = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      ADMIN_PORT: '0',
      EVENTSTORE_URL: store.url,
      DATABASE_URL: databaseUrl,
      AMQP_URL: brokerUrl(),
      AMQP_PREFIX: prefix,
    },
  });
  const exited = once(child, 'exit');
  const url = new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const found = /"message":"listening for operators","url":"([^"]+)"/.exec(text);
      if (found?.[1] !== undefined) resolve(found[1]);
    });
    child.once('close', () => reject(new Error('the bridge ended before it listened')));
  });
  url.catch(() => undefined);
  return {
    url,
    kill: async (signal) => {
      child.kill(signal);
      const [code] = await exited;
      return code;
    },
  };
};
