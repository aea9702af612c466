/** A press turns it by this angle. */
const TURN = Math.PI / 18;
export const NEARER = 0.85;

interface ModelDeeds {
  turn: (aside: number, up: number) => void;
  move: (factor: number) => void;
  reset: () => void;
  /** To another place with a fault. */
  step: (by: number) => void;
}

/** What a key does while the model is chosen, by its place on the keyboard. */
export const MODEL_KEYS: Readonly<Record<string, (deeds: ModelDeeds) => void>> = {
  ArrowLeft: ({ turn }) => turn(-TURN, 0),
  ArrowRight: ({ turn }) => turn(TURN, 0),
  ArrowUp: ({ turn }) => turn(0, -TURN),
  ArrowDown: ({ turn }) => turn(0, TURN),
  Equal: ({ move }) => move(NEARER),
  NumpadAdd: ({ move }) => move(NEARER),
  Minus: ({ move }) => move(1 / NEARER),
  NumpadSubtract: ({ move }) => move(1 / NEARER),
  Home: ({ reset }) => reset(),
  PageDown: ({ step }) => step(1),
  PageUp: ({ step }) => step(-1),
};
