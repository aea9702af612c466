import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The log of `npm start` itself, beside those of what it starts: who ended when, and was started again. */
const NAME = 'npm-start';

/** Tells the terminal, and the log: whoever looks for a cause later was not at the terminal. */
export const alsoLogged = (logs: string, report: (line: string) => void): ((line: string) => void) => {
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  return (text) => {
    report(text);
    const line = { time: new Date().toISOString(), level: 'info', service: NAME, message: text.trim() };
    try {
      appendFileSync(join(logs, `${NAME}.log`), `${JSON.stringify(line)}\n`, { mode: 0o600 });
    } catch (error) {
      // A full disk must not end what still runs.
      report(`That could not be logged: ${error}`);
    }
  };
};
