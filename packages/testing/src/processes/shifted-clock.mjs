// Loaded into a process before its program (NODE_OPTIONS): its clock is ahead by as many milliseconds as the file says,
// which may change while it runs. As with a machine whose clock is set, the monotonic clock goes on.
import { readFileSync } from 'node:fs';

const file = new URL(import.meta.url).searchParams.get('shift');
const RealDate = Date;
let shift = 0;
const look = () => {
  try {
    shift = Number(readFileSync(file, 'utf8'));
  } catch {
    shift = 0;
  }
};
look();
setInterval(look, 20).unref();

const now = () => RealDate.now() + shift;
globalThis.Date = new Proxy(RealDate, {
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
  apply: () => new RealDate(now()).toString(),
});
