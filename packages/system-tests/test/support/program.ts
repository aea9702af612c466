import { spawn } from 'node:child_process';

/** Runs a program of ours whose last line is JSON; its progress goes to the standard error. */
export const runProgram = async (
  program: string,
  args: readonly string[],
): Promise<{ code: number | null; result: unknown }> => {
  const child = spawn(process.execPath, [program, '--json', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, result: JSON.parse(text.trim().split('\n').at(-1) as string) };
};
