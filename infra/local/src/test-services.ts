import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceName } from './services.ts';

/** A service that tests use, and the variable that names one of the reader's own instead. */
const VARIABLES: Readonly<Record<ServiceName, string>> = {
  postgres: 'TEST_DATABASE_URL',
  redis: 'TEST_REDIS_URL',
  rabbitmq: 'TEST_AMQP_URL',
  eventStore: 'TEST_EVENTSTORE_URL',
};

/** Names the folder in which the files of a test run ask for services, and in which they are answered. */
const FOLDER_VARIABLE = 'TEST_SERVICES_FOLDER';
const WANTED = '.wanted';
const answerFile = (folder: string, name: string): string => join(folder, `${name}.json`);

type Answer = { url: string } | { problem: string };

/** Installing what is missing takes its time too, in milliseconds. */
const LIMIT_MS = 600_000;
const LOOK_EVERY_MS = 50;

/**
 * The address of a private service that all files of a test run share. It is started when the first of them asks. A test
 * that waits for it stands still: what it does with it begins with the address.
 */
export const testService = (name: ServiceName): string => {
  const own = process.env[VARIABLES[name]];
  if (own !== undefined) return own;
  const folder = process.env[FOLDER_VARIABLE];
  if (folder === undefined || folder === '')
    throw new Error(`there is no ${name}: \`npm test\` starts one, or ${VARIABLES[name]} names one`);
  const file = answerFile(folder, name);
  if (!existsSync(file)) writeFileSync(join(folder, `${name}${WANTED}`), '');
  const still = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; !existsSync(file); waited += LOOK_EVERY_MS) {
    if (waited > LIMIT_MS) throw new Error(`${name} was asked for and did not start: has the test run ended?`);
    Atomics.wait(still, 0, 0, LOOK_EVERY_MS);
  }
  const answer = JSON.parse(readFileSync(file, 'utf8')) as Answer;
  if ('problem' in answer) throw new Error(`${name} could not be started: ${answer.problem}`);
  return answer.url;
};

/** Whether it was started for this test run, and what is made there is gone with it. */
export const isOfRun = (name: ServiceName): boolean => process.env[VARIABLES[name]] === undefined;

export interface OfferedServices {
  /** What the files of the run need in their environment to ask. */
  readonly env: Readonly<Record<string, string>>;
  /** Starts nothing more; resolves when what was being started is there, or has failed. */
  close(): Promise<void>;
}

/** Starts each service once, when the first test asks for it. */
export const offerServices = (folder: string, start: (name: ServiceName) => Promise<string>): OfferedServices => {
  mkdirSync(folder, { recursive: true });
  const starting = new Map<string, Promise<void>>();
  const answer = (name: string, value: Answer): void => {
    // Whoever looks meanwhile finds a whole answer.
    writeFileSync(`${answerFile(folder, name)}.new`, JSON.stringify(value), { mode: 0o600 });
    renameSync(`${answerFile(folder, name)}.new`, answerFile(folder, name));
  };
  const look = (): void => {
    for (const name of Object.keys(VARIABLES) as ServiceName[]) {
      if (starting.has(name) || !readdirSync(folder).includes(`${name}${WANTED}`)) continue;
      starting.set(
        name,
        start(name).then(
          (url) => answer(name, { url }),
          (error: unknown) => answer(name, { problem: error instanceof Error ? error.message : String(error) }),
        ),
      );
    }
  };
  const watcher = watch(folder, look);
  return {
    env: { [FOLDER_VARIABLE]: folder },
    close: async () => {
      watcher.close();
      await Promise.all(starting.values());
    },
  };
};
