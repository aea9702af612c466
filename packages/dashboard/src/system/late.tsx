import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** A component that is loaded when it is first shown, or ahead. */
export interface Late<Props extends object> {
  readonly ahead: () => Promise<void>;
  /** undefined as long as it is not loaded. */
  readonly now: () => ComponentType<Props> | undefined;
}

export const late = <Props extends object>(load: () => Promise<ComponentType<Props>>): Late<Props> => {
  let loaded: ComponentType<Props> | undefined;
  return {
    ahead: async () => {
      loaded ??= await load();
    },
    now: () => loaded,
  };
};

interface ShownProps<Props extends object> {
  of: Late<Props>;
  with: Props;
  /** Shown until it is there. */
  meanwhile?: ReactNode;
}

/**
 * Shows it as soon as it is there. React's `lazy` would not: what takes the place of a `Suspense`'s fallback is held back
 * for 300 ms, however soon it is loaded.
 */
export const ShownLate = <Props extends object>({ of, with: props, meanwhile }: ShownProps<Props>): ReactNode => {
  const [fault, setFault] = useState<unknown>();
  const [, setThere] = useState(false);
  useEffect(() => {
    let wanted = true;
    of.ahead().then(
      () => wanted && setThere(true),
      (error: unknown) => wanted && setFault(error),
    );
    return () => {
      wanted = false;
    };
  }, [of]);
  // As a rendering that failed: the page that it belongs to tells it.
  if (fault !== undefined) throw fault;
  const Component = of.now();
  return Component === undefined ? meanwhile : <Component {...props} />;
};
