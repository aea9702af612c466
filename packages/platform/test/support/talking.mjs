// Says as many lines as it is told, and ends by itself.
import { createLog } from '../../dist/log.js';

const log = createLog({ service: 'talking' });
for (let count = 1; count <= Number(process.argv[2]); count += 1) log.info('said', { count });
