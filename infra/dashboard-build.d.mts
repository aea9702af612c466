export function buildDashboard(options: {
  root: string;
  run: (program: string, args: readonly string[], what: string, folder: string) => void;
  report: (line: string) => void;
}): void;
