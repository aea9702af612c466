import { useId } from 'react';
import './select.css';

export interface SelectOption<Value extends string> {
  value: Value;
  name: string;
}

interface SelectProps<Value extends string> {
  label: string;
  /** The label is for those who listen; what stands beside it says what it is. */
  labelHidden?: boolean;
  value: Value;
  options: readonly SelectOption<Value>[];
  onChoose: (value: Value) => void;
}

/** The browser's own: a tablet shows it large, and the keyboard finds an entry by its first letters. */
export const Select = <Value extends string>({ label, labelHidden, value, options, onChoose }: SelectProps<Value>) => {
  const id = useId();
  return (
    <span className="select">
      <label htmlFor={id} className={labelHidden ? 'only-read' : undefined}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value as Value)}>
        {options.map(({ value: one, name }) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
};
