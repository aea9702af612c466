// What `npm start -- --empty` does in a clone, on ports of its own: others may run theirs on this machine meanwhile.
import { freePort } from '@order-ledger/local/ports';
import { start } from '@order-ledger/local/start';

const [root] = process.argv.slice(2);
const untilStopped = new Promise((resolve) => process.once('SIGTERM', () => resolve('SIGTERM: stopping.')));
const report = (line) => process.stdout.write(`${line}\n`);
await start({ root, report, demonstrate: false, untilStopped, portOf: freePort });
