/** What a person wrote wrongly on the command line: told without a stack. */
export class Wrong extends Error {
  override readonly name = 'ServiceProblem';
}

/** @throws Wrong where the text is no whole number, or one below `least` */
export const whole = (name: string, text: string, least: number): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Wrong(`--${name} is a whole number from ${least} on, not "${text}".`);
};
