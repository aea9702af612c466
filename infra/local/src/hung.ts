import { isSilent, type Readiness, type Silence } from '@order-ledger/platform/look';
import { isHeld } from './running-processes.ts';

/** Looks in a row, each of which has waited seconds: one or two may be the machine's own pause. */
const HUNG_LOOKS = 5;
/** Whoever stopped it by a signal may want to look at it, and resumes it. */
const HELD_LOOKS = 30;

/**
 * Whether a process hangs, by one look after the other: it accepts connections, and its loop answers not even the question
 * for its life. One that refuses them, or is only not ready, does not.
 */
export const createHungWatch = (pid: number): ((answer: Readiness | Silence) => boolean) => {
  let looks = 0;
  return (answer) => {
    const isLifeless = isSilent(answer) && answer.late && answer.live !== true;
    looks = isLifeless ? looks + 1 : 0;
    return looks >= (isHeld(pid) ? HELD_LOOKS : HUNG_LOOKS);
  };
};

/** With all that belongs to it: a loop that does not turn hears no other signal. */
export const endHung = (pid: number): void => {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
};
