/** Something that the person at the terminal can mend; the text says what was looked for and what to do. */
export class ServiceProblem extends Error {
  override readonly name = 'ServiceProblem';
}
