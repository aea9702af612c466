import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

// Loaded into a process before its own code (node --import): one SIGUSR2 begins a profile of its processor time, the
// next one ends and writes it. A profile from start to end would be one of its start.
const folder = process.env.BENCH_PROFILES ?? '.';
let session: Session | undefined;

const begin = async (): Promise<void> => {
  session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
};

const end = async (running: Session): Promise<void> => {
  session = undefined;
  const { profile } = await running.post('Profiler.stop');
  running.disconnect();
  writeFileSync(join(folder, `${process.pid}.cpuprofile`), JSON.stringify(profile));
};

process.on('SIGUSR2', () => void (session === undefined ? begin() : end(session)));
