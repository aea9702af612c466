import './key-hint.css';

/** A key or several pressed together, as they stand on the keyboard. */
export const KeyHint = ({ keys }: { keys: string }) => <kbd className="key-hint">{keys}</kbd>;
