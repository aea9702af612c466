// Loaded into a process before its program (NODE_OPTIONS): the processes that it forks load CHILD_PRELOAD first. So a
// test can hold a child at a certain step, where one that looks on from outside may come when the step is over.
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

const { fork } = childProcess;
childProcess.fork = (program, args, options) =>
  fork(program, args, { ...options, execArgv: [...options.execArgv, `--import=${process.env.CHILD_PRELOAD}`] });
syncBuiltinESMExports();
