// An inspection stops itself once it has told the structure of a file: the check of the geometry comes to no end.
const send = process.send.bind(process);

process.send = (report, told) =>
  send(report, (error) => {
    told(error);
    if (report.kind === 'structure') process.kill(process.pid, 'SIGSTOP');
  });
