import { program } from './program.ts';

process.exit(await program(process.argv.slice(2)));
