/** The wrapping key is not the one that the subjects' keys were wrapped with: stored texts cannot be read. */
export class WrongKeyError extends Error {
  override readonly name = 'WrongKeyError';
  readonly code = 'wrong-key';

  constructor() {
    super(
      'FREE_TEXT_KEY_FILE does not hold the key that the stored texts were written under: put the right one back. ' +
        'No text is read or written meanwhile, so that none comes under the wrong one',
    );
  }
}
